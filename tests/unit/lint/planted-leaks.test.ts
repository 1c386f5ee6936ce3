// The linter against two hundred leaks planted in files of every kind.
import { beforeAll, describe, expect, it } from 'vitest';
import { lintFile } from '#hub/lint/lint-file.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { type PlantedFile, plantedFiles } from '#tests/support/lint/planted-files.ts';

const leastFiles = 190;
const leastShare = 0.95;
let checked: { readonly file: PlantedFile; readonly findings: readonly Finding[] }[] = [];

beforeAll(async () => {
  for (const file of plantedFiles(20190515)) {
    checked.push({ file, findings: (await lintFile(file.name, file.bytes)).findings });
  }
  return () => {
    checked = [];
  };
});

const isFound = ({ file, findings }: (typeof checked)[number]) =>
  findings.some(({ rule }) => file.rules.includes(rule));

describe('lintFile › when leaks of all sorts are planted', () => {
  it('it finds at least 95 of a hundred, over all kinds of files', () => {
    expect(checked.length).toBeGreaterThan(leastFiles);
    const missed = checked.filter((one) => !isFound(one)).map(({ file }) => file.what);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(checked.length * (1 - leastShare));
  });

  it.each(['docx', 'pdf', 'html', 'xlsx'])('%s › it finds at least nine of ten', (extension) => {
    const own = checked.filter(({ file }) => file.name.endsWith(`.${extension}`));
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter(isFound).length).toBeGreaterThanOrEqual(own.length * 0.9);
  });

  it('it holds approval for every number of a person', () => {
    const personal = ['id-number', 'mobile-phone', 'bank-card', 'passport', 'home-address'];
    for (const { file, findings } of checked) {
      const own = findings.filter(({ rule }) => file.rules.includes(rule) && personal.includes(rule));
      if (own.length > 0)
        expect(
          own.some(({ severity }) => severity === 'must-answer'),
          file.what,
        ).toBe(true);
    }
  });

  it('it never writes a whole number of a person into what it found', () => {
    for (const { findings } of checked) {
      for (const { excerpt } of findings) expect(excerpt).not.toMatch(/\d{10,}/u);
    }
  });
});
