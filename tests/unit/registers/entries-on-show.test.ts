// How many rows a register is said to hold, when the time of some is over.
import { expect, test } from 'vitest';
import type { RegisterDetails } from '#shared/catalogue/register.ts';
import { entriesOnShow } from '#shared/registers/entries-on-show.ts';

const details = { entries: 300_000 } as RegisterDetails;

test.each([
  ['all rows were counted › it is what was found', { total: 9, totalIsLowerBound: false }, 9],
  [
    'counting stopped at its bound › it is what was published',
    { total: 10_000, totalIsLowerBound: true },
    300_000,
  ],
  ['nothing was asked yet › it is what was published', null, 300_000],
])('a register’s rows › when %s', (_when, found, count) => {
  expect(entriesOnShow(details, found)).toBe(count);
});
