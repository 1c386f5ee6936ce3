// Addresses a visitor's phone can open from the wall; none where the hub is known only to its own house.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatHandoff } from '#shared/handoff/codes.ts';
import { isPublicAddress } from '#shared/handoff/public-address.ts';

/** The phone page with its search; null when no phone could reach it. */
export function phoneAddress(publicUrl: string): string | null {
  return isPublicAddress(publicUrl) ? `${publicUrl}/m/` : null;
}

/** One record on the phone page; null when no phone could reach it. */
export function recordAddress(
  publicUrl: string,
  { code, version }: Pick<CatalogueRecord, 'code' | 'version'>,
): string | null {
  const base = phoneAddress(publicUrl);
  return base === null ? null : `${base}${formatHandoff(code, version)}`;
}
