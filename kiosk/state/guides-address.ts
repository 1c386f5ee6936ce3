// The addresses of the screens on which guides are browsed: `/guides/<way>/<value>`.

/** Whom guides are for, what they are about, who handles them. */
export const guideWays = ['who', 'subject', 'agency'] as const;
export type GuideWay = (typeof guideWays)[number];

/** An empty step would vanish from an address. */
const nameless = '-';

export function guidesUrl(way: GuideWay, value: string): string {
  return `/guides/${way}/${value === '' ? nameless : encodeURIComponent(value)}`;
}

export interface AskedGuides {
  readonly way: GuideWay;
  readonly value: string;
}

/** What the steps of an address ask for; null for all guides. */
export function parseGuidesAddress(way: string | undefined, value: string | undefined): AskedGuides | null {
  const known = guideWays.find((one) => one === way);
  if (known === undefined || value === undefined || value === '') return null;
  return { way: known, value: value === nameless ? '' : value };
}
