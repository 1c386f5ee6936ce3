// False alarms: what the linter says of five hundred real, published texts.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lintSections } from '#shared/lint/lint-sections.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';

const texts = 500;
const mostAlarms = 0.05;

interface RealText {
  readonly title: string;
  readonly body: string;
}

/** Every so many-th of the laws and all reports of the government, up to five hundred. */
function realTexts(): RealText[] {
  const read = (name: string) =>
    gunzipSync(readFileSync(sharedData(name)))
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RealText);
  const reports = read('gov_work_reports.jsonl.gz');
  const laws = read('laws.jsonl.gz').filter(({ body }) => body.length < 30_000);
  const step = Math.floor(laws.length / (texts - reports.length));
  return [...reports, ...laws.filter((_, index) => index % step === 0)].slice(0, texts);
}

const sections = ({ title, body }: RealText) => [
  { part: 'title', hiding: null, lines: [{ text: title }] } as const,
  {
    part: 'body',
    hiding: null,
    lines: body.split('\n').map((text, index) => ({ text, paragraph: index + 1 })),
  } as const,
];

describe.skipIf(!hasSharedData)(`lintSections › real texts (${sharedDataReason})`, () => {
  it('when five hundred are read › it holds no more than five of a hundred', () => {
    const read = realTexts();
    expect(read).toHaveLength(texts);
    const alarms = read.flatMap((text) => {
      const found = lintSections(sections(text)).filter(({ severity }) => severity === 'must-answer');
      return found.length === 0
        ? []
        : [`${text.title}: ${found.map(({ rule, excerpt }) => `${rule} ${excerpt}`)}`];
    });
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(texts * mostAlarms);
  });
});
