// Each tidy rule on a tree of a few lines, with one fault planted.
import { describe, expect, it } from 'vitest';
import { findFaults } from '#scripts/tidy-rules.ts';

const opening = '// Says what it is for.\n';

function faultsOf(files: Record<string, string>): string[] {
  const tree = { paths: Object.keys(files), read: (path: string) => files[path] ?? '' };
  return findFaults(tree).map(({ path, message }) => `${path}: ${message}`);
}

describe('tidy rules › when the tree is in order', () => {
  it('find nothing', () => {
    const faults = faultsOf({
      'scripts/start.ts': `${opening}import '../shared/a.ts';\n`,
      'shared/a.ts': `${opening}export const a = 1;\n`,
      'README.md': 'See `shared/a.ts` and `scripts/`.\n',
    });
    expect(faults).toEqual([]);
  });
});

describe('tidy rules › when one thing is out of order', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['a stray top-level folder', { 'docs/a.md': 'x' }, 'docs: does not belong'],
    [
      'a file with no opening sentence',
      { 'scripts/a.ts': 'export {};\n' },
      'scripts/a.ts: has no opening sentence',
    ],
    ['a file that is too long', { 'scripts/a.ts': opening + '\n'.repeat(401) }, 'scripts/a.ts: 402 lines'],
    [
      'a left-over note',
      { 'scripts/a.ts': `${opening}// ${'TO'}${'DO'} later\n` },
      'scripts/a.ts: holds a left-over note',
    ],
    [
      'a narrowed test',
      { 'tests/a.test.ts': `${opening}it.${'on'}ly('x');\n` },
      'tests/a.test.ts: narrows the test run',
    ],
    [
      'a documented path that is gone',
      { 'README.md': 'in `shared/gone.ts`' },
      'README.md: names shared/gone.ts',
    ],
    ['a module nothing imports', { 'shared/a.ts': opening }, 'shared/a.ts: is reached from no program'],
    [
      'a module only a test imports',
      { 'shared/a.ts': opening, 'tests/a.test.ts': `${opening}import '#shared/a.ts';` },
      'shared/a.ts: is reached',
    ],
    [
      'a package nobody uses',
      { 'package.json': '{"dependencies":{"left-pad":"1"}}' },
      'package.json: left-pad is not used',
    ],
  ];
  it.each(cases)('name %s', (_title, files, expected) => {
    expect(faultsOf(files).some((fault) => fault.startsWith(expected))).toBe(true);
  });

  it('follow imports through pages, workers and aliases', () => {
    const faults = faultsOf({
      'kiosk/index.html': '<script type="module" src="/main.tsx"></script>',
      'kiosk/main.tsx': `${opening}new Worker(new URL('./worker/main.ts', import.meta.url));\n`,
      'kiosk/worker/main.ts': `${opening}import { a } from '#shared/a.ts';\n`,
      'shared/a.ts': `${opening}export const a = 1;\n`,
    });
    expect(faults).toEqual([]);
  });
});
