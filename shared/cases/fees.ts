// The processing fee of Art. 42 by 国办函〔2020〕109号: by the item or by the page, each band at its own rate, never both.

export const feeBases = ['item', 'page'] as const;
export type FeeBasis = (typeof feeBases)[number];

/** Part of what is charged: from this number to that one, each at this many fen. */
export interface FeeBand {
  readonly from: number;
  readonly to: number;
  readonly each: number;
  readonly amountFen: number;
}

interface Rate {
  /** The last number at this rate; null for all further ones. */
  readonly to: number;
  readonly each: number;
}

const yuan = 100;
/** Of one applicant in one calendar month; from 31 on every further ten cost 100 yuan more each. */
const freeItems = 10;
const firstItems = 30;
const itemStep = 10;
const pageRates: readonly Rate[] = [
  { to: 30, each: 0 },
  { to: 100, each: 10 * yuan },
  { to: 200, each: 20 * yuan },
  { to: Number.MAX_SAFE_INTEGER, each: 40 * yuan },
];

/** The bands that are charged for so many items or pages; empty within what is free. */
export function feeBands(basis: FeeBasis, count: number): FeeBand[] {
  const rates = basis === 'item' ? itemRates(count) : pageRates;
  const bands: FeeBand[] = [];
  let from = 1;
  for (const { to, each } of rates) {
    const last = Math.min(to, count);
    if (last >= from && each > 0) bands.push({ from, to: last, each, amountFen: (last - from + 1) * each });
    from = to + 1;
  }
  return bands;
}

/** What so many items (of one applicant in one month) or pages cost altogether, in fen. */
export function feeOf(basis: FeeBasis, count: number): number {
  return feeBands(basis, count).reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function itemRates(count: number): Rate[] {
  const rates = [
    { to: freeItems, each: 0 },
    { to: firstItems, each: 100 * yuan },
  ];
  for (let to = firstItems, each = 200 * yuan; to < count; each += 100 * yuan) {
    to += itemStep;
    rates.push({ to, each });
  }
  return rates;
}
