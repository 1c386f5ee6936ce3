// The address of a record's screen.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';

export function recordUrl(record: Pick<CatalogueRecord, 'id'>): string {
  return `/record/${encodeURIComponent(record.id)}`;
}
