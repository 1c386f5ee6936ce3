// Decides which stored record an imported row is: by number where it has one, else by what its kind is known by.
import { identityKey, nameKey, numberKey } from '../identity-keys.ts';
import type { StoredContent } from '../stored-content.ts';
import type { KnownRecord, KnownRecords } from './known-records.ts';

/** Rows of one source file that already took a record: record id → row number. */
export type Claims = ReadonlyMap<string, number>;

/** Records that other rows of the batch repeat word for word: those rows own them. */
export type Reserved = ReadonlySet<string>;

/** Titles that other rows of the batch carry under a number: number key → title keys. */
export type NumberTitles = ReadonlyMap<string, ReadonlySet<string>>;

export interface Match {
  /** Null when the row is a new record. */
  readonly record: KnownRecord | null;
  /** Another record of this file with the same number and another title, worth a warning. */
  readonly sharesNumberWith: KnownRecord | null;
}

/**
 * Index number, else agency and document number, else the identity key. A record already taken by another row of
 * the same file is never taken twice: lists do hold several documents under one number or title.
 */
export async function matchRecord(
  content: StoredContent,
  known: KnownRecords,
  claims: Claims,
  reserved: Reserved,
  numbers: NumberTitles,
): Promise<Match> {
  const isFree = (candidate: KnownRecord): boolean =>
    !claims.has(candidate.id) && !reserved.has(candidate.id);
  const titleKey = nameKey(content.title);
  const indexKey = numberKey(content.indexNo);
  const docKey = numberKey(content.docNo);
  const numbered: KnownRecord[] = [];
  if (indexKey !== null) {
    const candidates = comparable(content, await known.byIndexKey(indexKey));
    const record = pickByNumber(candidates, titleKey, isFree, numbers.get(indexKey));
    if (record !== null) return { record, sharesNumberWith: null };
    numbered.push(...candidates);
  }
  if (docKey !== null) {
    const sameDoc = await known.byDocKey(docKey, content.agencyId);
    const candidates = comparable(content, withoutConflict(sameDoc, indexKey, null));
    const record = pickByNumber(candidates, titleKey, isFree, numbers.get(docKey));
    if (record !== null) return { record, sharesNumberWith: null };
    numbered.push(...candidates);
  }
  const alike = await known.byIdentityKey(identityKey(content));
  const free = withoutConflict(alike, indexKey, docKey).filter(isFree);
  const taken = numbered.find((candidate) => !isFree(candidate));
  return { record: free[0] ?? null, sharesNumberWith: taken ?? null };
}

/**
 * The same title first. Another title only when the number has ever meant one record (its title was corrected)
 * and no row of the batch carries this number with that record's own title.
 */
function pickByNumber(
  candidates: readonly KnownRecord[],
  titleKey: string,
  isFree: (candidate: KnownRecord) => boolean,
  awaitedTitles: ReadonlySet<string> | undefined,
): KnownRecord | null {
  const free = candidates.filter(isFree);
  const sameTitle = free.find((candidate) => candidate.titleKey === titleKey);
  if (sameTitle !== undefined) return sameTitle;
  const only = candidates.length === 1 ? free[0] : undefined;
  return only === undefined || awaitedTitles?.has(only.titleKey) === true ? null : only;
}

/** Matters only ever match matters; other kinds may have been filed anew by staff. */
function comparable(content: StoredContent, candidates: readonly KnownRecord[]): KnownRecord[] {
  return candidates.filter((candidate) => candidate.isMatter === (content.kind === 'matter'));
}

/** Leaves out records that carry another number than the row does: they are other documents. */
function withoutConflict(
  candidates: readonly KnownRecord[],
  indexKey: string | null,
  docKey: string | null,
): KnownRecord[] {
  const differs = (own: string | null, other: string | null): boolean =>
    own !== null && other !== null && own !== other;
  return candidates.filter(
    (candidate) => !differs(indexKey, candidate.indexKey) && !differs(docKey, candidate.docKey),
  );
}
