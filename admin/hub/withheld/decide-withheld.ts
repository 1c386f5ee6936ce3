// Proposes, decides and re-evaluates what is not disclosed (条例 Art. 14–18). Whoever proposes does not decide.
import { AppError } from '#shared/errors/app-error.ts';
import type {
  WithheldChange,
  WithheldDecision,
  WithheldEvaluation,
  WithheldEvent,
  WithheldInput,
} from '#shared/protocol/withheld-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import { isSingleHanded } from '../editorial/single-handed.ts';
import { insertRecord } from '../editorial/write-version.ts';
import type { Actor } from '../http/actor.ts';
import type { WithheldEntryTable } from '../store/withheld-tables.ts';
import { findWithheld, withheldNumber } from './load-withheld.ts';

type Row = Awaited<ReturnType<typeof findWithheld>>;

/** Puts an entry before whoever decides; returns its id. */
export function proposeWithheld(desk: Desk, input: WithheldInput, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    await requireAgency(inside, input.agencyId, actor);
    const id = inside.newId('n');
    const number = await nextNumber(inside);
    await inside.db
      .insertInto('withheld_entries')
      .values({
        id,
        ...number,
        ...columnsOf(input),
        state: 'proposed',
        revision: 1,
        proposed_by: actor.name,
        proposed_at: instant(inside),
        decision_note: '',
      })
      .execute();
    await note(inside, { id, ...number }, actor, 'propose', input.reason, 'withheld.propose');
    return id;
  });
}

/** Puts a proposal right; whoever changes it becomes who proposed it. */
export function changeWithheld(
  desk: Desk,
  id: string,
  change: WithheldChange,
  actor: Actor,
): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const row = await findAt(inside, id, actor, ['proposed'], change.revision);
    await requireAgency(inside, change.agencyId, actor);
    await update(inside, row, { ...columnsOf(change), proposed_by: actor.name });
    await note(inside, row, actor, 'change', change.reason, 'withheld.change');
    return id;
  });
}

/** Throws `withheld.own-proposal` unless one person alone runs the desk; that it was so is on record. */
export function decideWithheld(
  desk: Desk,
  id: string,
  decision: WithheldDecision,
  actor: Actor,
): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const row = await findAt(inside, id, actor, ['proposed'], decision.revision);
    const isAlone = await isSingleHanded(inside.db);
    if (row.proposed_by === actor.name && !isAlone) throw new AppError('withheld.own-proposal');
    const { isWithheld, note: words } = decision;
    if (!isWithheld && words === '') throw new AppError('withheld.reason-missing');
    await update(inside, row, {
      state: isWithheld ? 'withheld' : 'refused',
      decided_by: actor.name,
      decided_at: instant(inside),
      decision_note: words,
      next_review_on: isWithheld ? nextReview(inside, row.review_every_months, row.until) : null,
    });
    const act = isWithheld ? 'withhold' : 'refuse';
    await note(inside, row, actor, act, words, 'withheld.decide', { isWithheld, isSingleHanded: isAlone });
    return id;
  });
}

/** Looks again at what is withheld: it stays, or a draft of it goes the usual way to the public. */
export function evaluateWithheld(
  desk: Desk,
  id: string,
  { revision, result, note: words, until }: WithheldEvaluation,
  actor: Actor,
): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const row = await findAt(inside, id, actor, ['withheld', 'partial'], revision);
    const recordId = result === 'keep' ? row.record_id : await draftOf(inside, row, actor);
    const staysWithheld = result !== 'disclose';
    const end = until ?? row.until;
    await update(inside, row, {
      state: result === 'keep' ? row.state : result === 'partial' ? 'partial' : 'disclosed',
      until: staysWithheld ? end : row.until,
      next_review_on: staysWithheld ? nextReview(inside, row.review_every_months, end) : null,
      record_id: recordId,
    });
    await note(inside, row, actor, result, words, 'withheld.evaluate', { result, recordId });
    return id;
  });
}

/** A draft of its header alone: what may be said is for its author to write and for others to approve. */
async function draftOf(inside: Desk, row: Row, actor: Actor): Promise<string> {
  const content = {
    kind: 'document' as const,
    title: row.title,
    agencyId: row.agency_id,
    docNo: row.doc_no === '' ? null : row.doc_no,
    indexNo: row.index_no === '' ? null : row.index_no,
    date: row.formed_on,
    publishedOn: null,
    topic: null,
    genre: null,
    nodeId: null,
    matterId: null,
    summary: '',
    keywords: [],
    validity: 'unknown' as const,
    expiresOn: null,
    details: null,
    attachments: [],
  };
  const by = { who: actor.name, origin: 'editor' as const, batchId: null, importHash: null };
  const id = await insertRecord(inside, content, null, by);
  const details = { id, version: 1, withheld: withheldNumber(row) };
  await recordAudit(inside, { who: actor.name, action: 'record.create', subject: row.title, details });
  return id;
}

/** So many months from today, or the day after its end where that comes first. */
function nextReview(desk: Desk, months: number, until: string | null): string {
  const today = chinaDay(desk.now());
  const byRule = addMonths(today, months);
  if (until === null || until < today) return byRule;
  const afterEnd = new Date(Date.parse(until) + 24 * 3600_000).toISOString().slice(0, 10);
  return afterEnd < byRule ? afterEnd : byRule;
}

/** The same day of a later month, or that month's last day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

function columnsOf(input: WithheldInput) {
  return {
    agency_id: input.agencyId,
    title: input.title,
    title_key: nameKey(input.title),
    doc_no: input.docNo,
    index_no: input.indexNo,
    formed_on: input.formedOn,
    ground: input.ground,
    reason: input.reason,
    until: input.until,
    review_every_months: input.reviewEveryMonths,
  };
}

async function requireAgency({ db }: Desk, agencyId: string, actor: Actor): Promise<void> {
  if (actor.agencyId !== null && actor.agencyId !== agencyId) throw new AppError('withheld.foreign-agency');
  const agency = await db.selectFrom('agencies').select('id').where('id', '=', agencyId).executeTakeFirst();
  if (agency === undefined) throw new AppError('store.unknown-agency', { agency: agencyId });
}

async function findAt(
  inside: Desk,
  id: string,
  actor: Actor,
  states: readonly WithheldEntryTable['state'][],
  revision: number,
): Promise<Row> {
  const row = await findWithheld(inside, id, actor);
  if (!states.includes(row.state)) throw new AppError('withheld.wrong-state');
  if (row.revision !== revision) throw new AppError('withheld.changed');
  return row;
}

async function update(inside: Desk, row: Row, columns: Partial<WithheldEntryTable>): Promise<void> {
  await inside.db
    .updateTable('withheld_entries')
    .set({ ...columns, revision: row.revision + 1 })
    .where('id', '=', row.id)
    .execute();
}

async function nextNumber(inside: Desk): Promise<{ number_year: number; number_seq: number }> {
  const year = Number(chinaDay(inside.now()).slice(0, 4));
  const { last } = await inside.db
    .selectFrom('withheld_entries')
    .select((row) => row.fn.max('number_seq').as('last'))
    .where('number_year', '=', year)
    .executeTakeFirstOrThrow();
  return { number_year: year, number_seq: (last ?? 0) + 1 };
}

/** The trail is read by more people than the register: it names an entry by its number alone. */
async function note(
  inside: Desk,
  entry: Pick<WithheldEntryTable, 'id' | 'number_year' | 'number_seq'>,
  actor: Actor,
  act: WithheldEvent['act'],
  words: string,
  action: 'withheld.propose' | 'withheld.change' | 'withheld.decide' | 'withheld.evaluate',
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const event = {
    id: inside.newId('e'),
    entry_id: entry.id,
    at: instant(inside),
    who: actor.name,
    act,
    note: words,
  };
  await inside.db.insertInto('withheld_events').values(event).execute();
  const subject = `不予公开登记 ${withheldNumber(entry)}`;
  await recordAudit(inside, { who: actor.name, action, subject, details: { id: entry.id, ...details } });
}
