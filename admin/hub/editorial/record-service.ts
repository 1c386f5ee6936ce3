// Records as the hub's HTTP side works with them: create, change, review, list, look up.
import { AppError } from '#shared/errors/app-error.ts';
import type { RecordDetail, RecordInput } from '#shared/protocol/hub-api.ts';
import type { Actor, RecordService } from '../http/hub-services.ts';
import { loadRegisterCodeHistory } from '../registers/register-codes.ts';
import { requireOwnAgency } from '../workflow/agency-scope.ts';
import { recordAudit } from './audit.ts';
import { checkInput } from './check-input.ts';
import { type Desk, withTransaction } from './desk.ts';
import { loadOverview } from './overview.ts';
import { loadCodeHistory, loadDetail } from './record-detail.ts';
import { listRecords } from './record-list.ts';
import { loadRecordVersion } from './record-version.ts';
import { approveRecords, withdrawRecords } from './review-records.ts';
import { type Authorship, addVersion, insertRecord } from './write-version.ts';

export function createRecordService(desk: Desk): RecordService {
  return {
    overview: () => loadOverview(desk.db),
    list: (query) => listRecords(desk.db, query),
    detail: (id) => loadDetail(desk.db, id),
    version: (id, version) => loadRecordVersion(desk.db, id, version),
    create: (input, actor) => createRecord(desk, input, actor),
    update: (id, input, baseVersion, actor) => updateRecord(desk, id, input, baseVersion, actor),
    approve: (ids, actor) => approveRecords(desk, ids, actor),
    withdraw: (ids, actor) => withdrawRecords(desk, ids, actor),
    sanitise: desk.sanitise,
    codeHistory: async (code) =>
      (await loadCodeHistory(desk.db, code)) ?? loadRegisterCodeHistory(desk.db, code),
  };
}

function createRecord(desk: Desk, input: RecordInput, actor: Actor): Promise<RecordDetail> {
  return withTransaction(desk, async (inside) => {
    const { content, body } = await checkInput(inside, input);
    requireOwnAgency(actor, content.agencyId, content.title);
    const id = await insertRecord(inside, content, body, authorship(actor));
    await recordAudit(inside, {
      who: actor.name,
      action: 'record.create',
      subject: content.title,
      details: { id, version: 1 },
    });
    return loadDetail(inside.db, id);
  });
}

function updateRecord(
  desk: Desk,
  id: string,
  input: RecordInput,
  baseVersion: number,
  actor: Actor,
): Promise<RecordDetail> {
  return withTransaction(desk, async (inside) => {
    const before = await refuseConflict(inside, id, baseVersion);
    requireOwnAgency(actor, before.agencyId, before.title);
    if (before.fate !== null) throw new AppError('workflow.archived', { what: before.title });
    const { content, body } = await checkInput(inside, input);
    requireOwnAgency(actor, content.agencyId, content.title);
    const version = await addVersion(inside, { id, version: baseVersion }, content, body, authorship(actor));
    await recordAudit(inside, {
      who: actor.name,
      action: 'record.update',
      subject: content.title,
      details: { id, version },
    });
    return loadDetail(inside.db, id);
  });
}

async function refuseConflict(desk: Desk, id: string, baseVersion: number) {
  const record = await desk.db
    .selectFrom('records as record')
    .leftJoin('record_fates as end', 'end.record_id', 'record.id')
    .select(['title', 'version', 'updated_by as who', 'agency_id as agencyId', 'end.fate'])
    .where('record.id', '=', id)
    .executeTakeFirst();
  if (record === undefined) throw new AppError('not-found', { what: id });
  const { title, version, who } = record;
  if (version !== baseVersion) throw new AppError('store.conflict', { title, version, who });
  return record;
}

function authorship(actor: Actor): Authorship {
  return { who: actor.name, origin: 'editor', batchId: null, importHash: null };
}
