// The newest records of the release for feeds, with when each was last changed.
import {
  type CatalogueRecord,
  type RecordKind,
  recordKinds,
  writtenKinds,
} from '#shared/catalogue/record.ts';
import { startOfDay } from '#shared/catalogue/shown-span.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HubServices, OpenedRelease } from '../../http/hub-services.ts';

export const newestCount = 50;

/** What a feed is narrowed to; null for no narrowing. */
export interface FeedScope {
  readonly kind: RecordKind | null;
  readonly agencyId: string | null;
}

export interface NewRecord {
  readonly record: CatalogueRecord;
  readonly updatedAt: string;
}

/** An agency is named by id or whole name. Throws `bad-request` for what there is none of. */
export function parseScope(
  kind: string | undefined,
  agency: string | undefined,
  { manifest }: OpenedRelease,
): FeedScope {
  const knownKind = recordKinds.find((known) => known === kind);
  if (kind !== undefined && knownKind === undefined) throw new AppError('bad-request', { reason: 'kind' });
  const knownAgency = manifest.agencies.find(({ id, name }) => id === agency || name === agency);
  if (agency !== undefined && knownAgency === undefined)
    throw new AppError('bad-request', { reason: 'agency' });
  return { kind: knownKind ?? null, agencyId: knownAgency?.id ?? null };
}

/** Rows of registers are many and no news, so they come only where a feed asks for them. */
export async function newestRecords(
  { manifest, reader }: OpenedRelease,
  { kind, agencyId }: FeedScope,
  services: Pick<HubServices, 'records' | 'log'>,
): Promise<NewRecord[]> {
  const kinds = kind === null ? [...writtenKinds, 'register'] : [kind];
  const filters = { kind: kinds, ...(agencyId === null ? {} : { agency: [agencyId] }) };
  const { hits } = await reader.search({ text: '', filters, sort: 'date', offset: 0, limit: newestCount });
  const newest: NewRecord[] = [];
  for (const { record } of hits) {
    newest.push({
      record,
      updatedAt: (await changedAt(record, services)) ?? fallback(record, manifest.publishedAt),
    });
  }
  return newest;
}

/** When the version on show was made; null where the store does not say. */
async function changedAt(
  record: CatalogueRecord,
  { records, log }: Pick<HubServices, 'records' | 'log'>,
): Promise<string | null> {
  try {
    const history = await records.codeHistory(record.code);
    return history?.versions.find(({ version }) => version === record.version)?.at ?? null;
  } catch (cause) {
    log(`the history of ${record.code} could not be read`, cause);
    return null;
  }
}

function fallback({ publishedOn, date }: CatalogueRecord, publishedAt: string): string {
  return startOfDay(publishedOn ?? '') ?? startOfDay(date ?? '') ?? publishedAt;
}
