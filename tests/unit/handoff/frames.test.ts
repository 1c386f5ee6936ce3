// Long texts over several symbols: a third may be lost, order does not matter, nothing wrong is put together.
import fc from 'fast-check';
import { deflateSync, inflateSync } from 'fflate';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '#shared/handoff/frame.ts';
import { FrameGatherer } from '#shared/handoff/frame-gatherer.ts';
import { longestHandoff, packedFrames, readableFrames } from '#shared/handoff/make-frames.ts';
import { settledLines } from '#shared/handoff/readable-frame.ts';
import { guideOfSixKilobytes } from '#tests/support/handoff-samples.ts';

const deflate = (bytes: Uint8Array) => deflateSync(bytes, { level: 9 });
const inflate = (bytes: Uint8Array, maxBytes: number) =>
  inflateSync(bytes, { out: new Uint8Array(maxBytes) });
const publicUrl = 'https://xxgk.mingzhu.gov.cn';
const text = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 12 })
  .map((lines) => settledLines(lines.join('\n')).join('\n'))
  .filter((settled) => settled !== '');

const forms = [
  ['behind an address', (whole: string) => packedFrames(whole, publicUrl, deflate)],
  ['as readable pages', readableFrames],
] as const;

/** A third of the frames lost, rounded up, and the rest in another order: both by the numbers drawn. */
function thinned(frames: readonly string[], draws: readonly number[]): string[] {
  const order = frames
    .map((frame, at) => ({ frame, key: (draws[at % draws.length] ?? 0) + at / 1000 }))
    .sort((a, b) => a.key - b.key);
  return order.slice(Math.ceil(frames.length / 3)).map(({ frame }) => frame);
}

describe.each(forms)('a text in turn %s', (_name, make) => {
  it('when a third of the frames is lost and the rest comes shuffled › it is whole', () => {
    const draws = fc.array(fc.nat(1000), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(text, draws, (whole, drawn) => {
        const gatherer = new FrameGatherer(inflate);
        for (const frame of thinned(make(whole).texts, drawn)) gatherer.add(frame);
        expect(gatherer.text()).toBe(whole);
      }),
      { numRuns: 120 },
    );
  });

  it('when frames come twice or belong to another text › they change nothing', () => {
    const gatherer = new FrameGatherer(inflate);
    const { texts } = make(guideOfSixKilobytes);
    const [first = '', second = ''] = texts;
    expect([gatherer.add(first), gatherer.add(first), gatherer.add('https://example.org/')]).toEqual([
      'new',
      'known',
      'no-frame',
    ]);
    expect(gatherer.add(make('另一份文字').texts[0] ?? '')).toBe('other');
    gatherer.add(second);
    expect(gatherer.progress.held).toBe(2);
    expect(gatherer.text()).toBeNull();
  });

  it('a guide of 6 kB › every frame fits version 15 at level M', () => {
    expect(new TextEncoder().encode(guideOfSixKilobytes).length).toBeGreaterThan(6000);
    for (const frame of make(guideOfSixKilobytes).texts) {
      expect(create(frame, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(15);
    }
  });

  it('a text beyond the limit › is refused', () => {
    expect(() => make('长'.repeat(longestHandoff / 3 + 1))).toThrow(RangeError);
    const { texts, count } = make('长'.repeat(longestHandoff / 3));
    expect(texts.length).toBeLessThanOrEqual(255);
    expect(count).toBeGreaterThan(0);
  });
});

it('a readable page › it is text under a heading, and a damaged one is refused', () => {
  const { texts, count } = readableFrames(guideOfSixKilobytes);
  expect(texts[1]).toMatch(/^「2\/\d+·[0-9A-Z]{4}」\n\S/);
  const spare = texts[count] ?? '';
  expect(spare).toMatch(/^「补1\/\d+·[0-9A-Z]{4}·\d+」\n补页，可跳过/);
  expect(parseFrame(spare)).not.toBeNull();
  expect(parseFrame(spare.slice(0, -2) + (spare.endsWith('00') ? '11' : '00'))).toBeNull();
});

it('any other text › is no frame', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (other) => {
      expect(parseFrame(other)).toBeNull();
    }),
  );
  for (const other of [
    '「1/2」第一页',
    '「3/2·ABCD」x',
    '「0/2·ABCD」x',
    'https://a.example/m/part#',
    'WIFI:S:a;;',
  ]) {
    expect(parseFrame(other)).toBeNull();
  }
});
