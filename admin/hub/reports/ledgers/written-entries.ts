// Ledgers staff write by hand: entries are added and corrected by new versions, and never removed.
import { AppError } from '#shared/errors/app-error.ts';
import {
  type EntryContent,
  type EntryCorrection,
  type EntryInput,
  entryInputSchema,
  type LedgerEntry,
} from '#shared/protocol/ledgers-api.ts';
import { chinaDay } from '#shared/reports/report-table.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { canonicalJson } from '../../editorial/stored-content.ts';
import type { Actor } from '../../http/actor.ts';
import type { Database } from '../../store/tables.ts';

/** Throws `not-found`. */
export async function loadEntry(db: Database, id: string): Promise<LedgerEntry> {
  const entry = await db.selectFrom('ledger_entries').selectAll().where('id', '=', id).executeTakeFirst();
  if (entry === undefined) throw new AppError('not-found', { what: id });
  const rows = await db
    .selectFrom('ledger_entry_versions')
    .selectAll()
    .where('entry_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  const versions = rows.map(({ version, at, who, reason, is_void, content_json }) => ({
    ...{ version, at, who, reason, isVoid: is_void === 1 },
    ...entryInputSchema.parse(JSON.parse(content_json)),
  }));
  const [newest] = versions;
  if (newest === undefined) throw new AppError('not-found', { what: id });
  const { version, isVoid, date, agencyId, content } = newest;
  return { id, number: entry.number, version, isVoid, date, agencyId, content, versions };
}

export function addEntry(desk: Desk, input: EntryInput, actor: Actor): Promise<LedgerEntry> {
  return withTransaction(desk, async (inside) => {
    await checkReferences(inside.db, input);
    const id = inside.newId('l');
    const at = instant(inside);
    const { ledger } = input.content;
    const number = await nextNumber(inside, ledger, chinaDay(at).slice(0, 4));
    const { date, agencyId } = input;
    await inside.db
      .insertInto('ledger_entries')
      .values({ id, ledger, number, date, agency_id: agencyId, version: 1, is_void: 0, created_at: at })
      .execute();
    await addVersion(inside, { id, version: 1, isVoid: false, reason: '' }, input, actor);
    await recordAudit(inside, {
      who: actor.name,
      action: 'ledger.add',
      subject: subjectOf(number, input.content),
      details: { id, ledger, version: 1 },
    });
    return loadEntry(inside.db, id);
  });
}

/** Throws `not-found`, or `report.entry-conflict` when another correction came first. */
export function correctEntry(
  desk: Desk,
  id: string,
  correction: EntryCorrection,
  actor: Actor,
): Promise<LedgerEntry> {
  return withTransaction(desk, async (inside) => {
    const before = await loadEntry(inside.db, id);
    refuseOther(before, correction);
    await checkReferences(inside.db, correction);
    const { isVoid, reason, date, agencyId, content } = correction;
    const version = before.version + 1;
    await inside.db
      .updateTable('ledger_entries')
      .set({ date, agency_id: agencyId, version, is_void: isVoid ? 1 : 0 })
      .where('id', '=', id)
      .execute();
    await addVersion(inside, { id, version, isVoid, reason }, { date, agencyId, content }, actor);
    await recordAudit(inside, {
      who: actor.name,
      action: isVoid ? 'ledger.void' : 'ledger.correct',
      subject: subjectOf(before.number, content),
      details: { id, version, note: reason },
    });
    return loadEntry(inside.db, id);
  });
}

function refuseOther(before: LedgerEntry, { baseVersion, content }: EntryCorrection): void {
  if (before.content.ledger !== content.ledger) throw new AppError('bad-request', { reason: 'ledger' });
  if (before.version === baseVersion) return;
  const who = before.versions[0]?.who ?? '';
  throw new AppError('report.entry-conflict', { who, version: before.version });
}

async function checkReferences(db: Database, { agencyId, content }: EntryInput): Promise<void> {
  if (agencyId !== null) {
    const agency = await db.selectFrom('agencies').select('id').where('id', '=', agencyId).executeTakeFirst();
    if (agency === undefined) throw new AppError('store.unknown-agency', { agency: agencyId });
  }
  const files = content.ledger === 'meetings' ? content.attachments : [];
  for (const { sha256, name } of files) {
    const held = await db
      .selectFrom('attachments')
      .select('sha256')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (held === undefined) throw new AppError('not-found', { what: name });
  }
}

async function addVersion(
  desk: Desk,
  { id, version, isVoid, reason }: { id: string; version: number; isVoid: boolean; reason: string },
  { date, agencyId, content }: EntryInput,
  actor: Actor,
): Promise<void> {
  await desk.db
    .insertInto('ledger_entry_versions')
    .values({
      ...{ entry_id: id, version, is_void: isVoid ? 1 : 0, reason, at: instant(desk), who: actor.name },
      content_json: canonicalJson({ date, agencyId, content }),
    })
    .execute();
}

/** Counts on within the year: numbers are never given twice, for entries are never removed. */
async function nextNumber({ db }: Desk, ledger: EntryContent['ledger'], year: string): Promise<string> {
  const { count } = await db
    .selectFrom('ledger_entries')
    .select((rows) => rows.fn.countAll<number>().as('count'))
    .where('ledger', '=', ledger)
    .where('number', 'like', `${year}-%`)
    .executeTakeFirstOrThrow();
  return `${year}-${String(count + 1).padStart(3, '0')}`;
}

function subjectOf(number: string, content: EntryContent): string {
  const words = content.ledger === 'opinions' ? content.content : content.subject;
  return `${number} ${words.slice(0, 60)}`;
}
