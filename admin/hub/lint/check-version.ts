// Checks one version of a record against rules and store, and keeps what was found.

import { chinaDate } from '#shared/calendar/civil-day.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { headerFindings } from '#shared/lint/header-findings.ts';
import { lintSections } from '#shared/lint/lint-sections.ts';
import { ruleSetVersion } from '#shared/lint/rule-table.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import { numberKey } from '../editorial/identity-keys.ts';
import { parseContent, type StoredContent, sha256Hex } from '../editorial/stored-content.ts';
import type { Database } from '../store/tables.ts';
import { cachedFileFindings } from './file-findings.ts';
import { recordSections } from './record-sections.ts';
import { keepRun } from './runs.ts';

/** A version as it is checked. */
export interface VersionToCheck {
  readonly recordId: string;
  readonly version: number;
  readonly who: string;
  readonly agencyName: string;
  readonly content: StoredContent;
  readonly bodyHtml: string;
}

/** A finding under the name it keeps through all versions. */
export interface NamedFinding extends Finding {
  readonly fingerprint: string;
}

/** The newest versions of these records; those that do not exist are left out. */
export async function loadVersionsToCheck(db: Database, ids: readonly string[]): Promise<VersionToCheck[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('records as record')
    .innerJoin('agencies as agency', 'agency.id', 'record.agency_id')
    .innerJoin('record_versions as newest', (join) =>
      join.onRef('newest.record_id', '=', 'record.id').onRef('newest.version', '=', 'record.version'),
    )
    .leftJoin('bodies as body', 'body.hash', 'newest.body_hash')
    .select(['record.id', 'record.version', 'newest.who', 'newest.content_json', 'agency.name', 'body.html'])
    .where('record.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    recordId: row.id,
    version: row.version,
    who: row.who,
    agencyName: row.name,
    content: parseContent(row.content_json),
    bodyHtml: row.html ?? '',
  }));
}

/**
 * Checks and keeps; false when attachments have not been read yet, and then nothing is kept. Call inside a
 * transaction.
 */
export async function checkVersion(desk: Desk, target: VersionToCheck): Promise<boolean> {
  const found = await findInVersion(desk, target);
  if (found === null) return false;
  await keepFound(desk, target, found);
  return true;
}

/** What a check finds, kept nowhere yet; null when attachments have not been read. */
export async function findInVersion(desk: Desk, target: VersionToCheck): Promise<Finding[] | null> {
  const { db } = desk;
  const fromFiles = await cachedFileFindings(db, target.content.attachments);
  if (fromFiles === null) return null;
  return [...textFindings(target, desk.now()), ...(await duplicateIndex(db, target)), ...fromFiles];
}

/** Keeps what was found in a version. Call inside a transaction. */
export function keepFound(desk: Desk, target: VersionToCheck, found: readonly Finding[]): Promise<void> {
  return keepRun(desk, target, named(found), { rules: ruleSetVersion, at: instant(desk) });
}

/** What the text and the header of a version show, without the store. */
export function textFindings(
  target: Omit<VersionToCheck, 'recordId' | 'version' | 'who'>,
  nowMs: number,
): Finding[] {
  const { content, bodyHtml, agencyName } = target;
  const hasContent = bodyHtml !== '' || content.attachments.length > 0;
  return [
    ...headerFindings({ ...content, agencyName, hasContent }, chinaDate(nowMs)),
    ...lintSections(recordSections(content, bodyHtml)),
  ];
}

/** Another record, not withdrawn, with the same index number. */
async function duplicateIndex(db: Database, { recordId, content }: VersionToCheck): Promise<Finding[]> {
  const key = numberKey(content.indexNo);
  if (key === null) return [];
  const other = await db
    .selectFrom('records')
    .select('title')
    .where('index_key', '=', key)
    .where('id', '<>', recordId)
    .where('state', '<>', 'withdrawn')
    .limit(1)
    .executeTakeFirst();
  if (other === undefined) return [];
  return [
    {
      rule: 'index-duplicate',
      severity: 'must-answer',
      place: { part: 'field', label: 'indexNo' },
      excerpt: `${content.indexNo ?? ''}：${other.title.slice(0, 60)}`,
      count: 1,
      identity: key,
    },
  ];
}

/** Same rule, part and value: the same finding, wherever in the part it has moved. */
export function named(findings: readonly Finding[]): NamedFinding[] {
  const byName = new Map<string, NamedFinding>();
  for (const finding of findings) {
    const { rule, place, identity } = finding;
    const fingerprint = sha256Hex(
      JSON.stringify([rule, place.part, place.file ?? '', place.label ?? '', identity]),
    ).slice(0, 40);
    if (!byName.has(fingerprint)) byName.set(fingerprint, { ...finding, fingerprint });
  }
  return [...byName.values()];
}
