// What people look for and do not find, given to an agency: made with one click, then drafted, linked, done or dropped.
import { AppError } from '#shared/errors/app-error.ts';
import type {
  ContentTask,
  ContentTaskAct,
  ContentTaskCall,
  ContentTaskInput,
  ContentTaskState,
} from '#shared/protocol/statistics-api.ts';
import { normaliseWords } from '#shared/statistics/shareable-words.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { insertRecord } from '../editorial/write-version.ts';
import type { Actor } from '../http/actor.ts';

const mostTasks = 200;
const openStates: readonly ContentTaskState[] = ['open', 'drafted', 'linked'];

/** Open ones first, then the newest; who belongs to an agency sees its own. */
export async function listTasks({ db }: Pick<Desk, 'db'>, actor: Actor) {
  const rows = await select(db)
    .$if(actor.agencyId !== null, (query) => query.where('task.agency_id', '=', actor.agencyId ?? ''))
    .orderBy((by) => by.case().when('task.state', '=', 'open').then(0).else(1).end())
    .orderBy('task.created_at', 'desc')
    .orderBy('task.id', 'desc')
    .limit(mostTasks)
    .execute();
  const tasks = rows.map(taskOf);
  return { open: tasks.filter(({ state }) => state === 'open').length, tasks };
}

/** The same words for the same agency are one task while it is not settled. */
export function createTask(desk: Desk, input: ContentTaskInput, actor: Actor): Promise<ContentTask> {
  return withTransaction(desk, async (inside) => {
    const { db } = inside;
    const words = normaliseWords(input.words);
    await requireAgency(inside, input.agencyId, actor);
    const same = await select(db)
      .where('task.words', '=', words)
      .where('task.agency_id', '=', input.agencyId)
      .where('task.state', 'in', openStates)
      .executeTakeFirst();
    if (same !== undefined) return taskOf(same);
    const id = inside.newId('k');
    const at = instant(inside);
    const { sessions } = await db
      .selectFrom('statistic_queries')
      .select((rows) => rows.fn.coalesce(rows.fn.sum<number>('sessions'), rows.lit(0)).as('sessions'))
      .where('words', '=', words)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('content_tasks')
      .values({
        ...{ id, words, agency_id: input.agencyId, state: 'open', sessions: Number(sessions) },
        ...{ note: input.note, record_id: null, revision: 1 },
        ...{ created_at: at, created_by: actor.name, updated_at: at, updated_by: actor.name },
      })
      .execute();
    await recordAudit(inside, { who: actor.name, action: 'content-task.create', subject: words });
    return await load(inside, id, actor);
  });
}

/** Throws `not-found`, `store.conflict`. */
export function actOnTask(
  desk: Desk,
  id: string,
  { revision, act }: ContentTaskCall,
  actor: Actor,
): Promise<ContentTask> {
  return withTransaction(desk, async (inside) => {
    const task = await load(inside, id, actor);
    if (task.revision !== revision) throw new AppError('store.conflict');
    await inside.db
      .updateTable('content_tasks')
      .set({
        ...(await changeOf(inside, task, act, actor)),
        revision: revision + 1,
        updated_at: instant(inside),
        updated_by: actor.name,
      })
      .where('id', '=', id)
      .execute();
    const details = { act: act.act };
    await recordAudit(inside, { who: actor.name, action: 'content-task.act', subject: task.words, details });
    return await load(inside, id, actor);
  });
}

async function changeOf(inside: Desk, task: ContentTask, act: ContentTaskAct, actor: Actor) {
  switch (act.act) {
    case 'draft':
      return {
        state: 'drafted' as const,
        record_id: task.record?.id ?? (await draftOf(inside, task, actor)),
      };
    case 'link':
      return { state: 'linked' as const, record_id: await knownRecord(inside, act.recordId) };
    case 'done':
      return { state: 'done' as const, note: act.note || task.note };
    case 'drop':
      return { state: 'dropped' as const, note: act.note || task.note };
    case 'reopen':
      return { state: 'open' as const };
  }
}

/** A draft that says what was looked for; what it is to say is for its author to write and for others to approve. */
async function draftOf(inside: Desk, { words, agencyId }: ContentTask, actor: Actor): Promise<string> {
  const content = {
    ...{ kind: 'document' as const, title: words, agencyId, docNo: null, indexNo: null },
    ...{ date: null, publishedOn: null, topic: null, genre: null, nodeId: null, matterId: null },
    ...{ summary: '', keywords: [words], validity: 'unknown' as const, expiresOn: null },
    ...{ details: null, attachments: [] },
  };
  const by = { who: actor.name, origin: 'editor' as const, batchId: null, importHash: null };
  const id = await insertRecord(inside, content, null, by);
  const details = { id, version: 1 };
  await recordAudit(inside, { who: actor.name, action: 'record.create', subject: words, details });
  return id;
}

async function knownRecord({ db }: Desk, id: string): Promise<string> {
  const known = await db.selectFrom('records').select('id').where('id', '=', id).executeTakeFirst();
  if (known === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  return known.id;
}

async function requireAgency({ db }: Desk, id: string, actor: Actor): Promise<void> {
  const known = await db.selectFrom('agencies').select('id').where('id', '=', id).executeTakeFirst();
  if (known === undefined || (actor.agencyId !== null && actor.agencyId !== id)) {
    throw new AppError('store.unknown-agency', { agency: id });
  }
}

async function load({ db }: Desk, id: string, actor: Actor): Promise<ContentTask> {
  const row = await select(db).where('task.id', '=', id).executeTakeFirst();
  const isOwn = actor.agencyId === null || row?.agency_id === actor.agencyId;
  if (row === undefined || !isOwn) throw new AppError('not-found', { what: id.slice(0, 60) });
  return taskOf(row);
}

function select(db: Desk['db']) {
  return db
    .selectFrom('content_tasks as task')
    .innerJoin('agencies as agency', 'agency.id', 'task.agency_id')
    .leftJoin('records as record', 'record.id', 'task.record_id')
    .selectAll('task')
    .select(['agency.name as agency_name', 'record.title as record_title']);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function taskOf(row: Row): ContentTask {
  const { id, words, state, sessions, note, revision, record_id } = row;
  return {
    ...{ id, words, state, sessions, note, revision },
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    record: record_id === null ? null : { id: record_id, title: row.record_title ?? '' },
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
  };
}
