// A desk with agencies, matters and records that were published release by release: what ledgers and reports are made of.
import { createAgency } from '#hub/editorial/agencies.ts';
import { recordAudit } from '#hub/editorial/audit.ts';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import type { MatterDetails } from '#shared/catalogue/details.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from './temp-desk.ts';

export interface ReportDesk extends TempDesk {
  readonly agencies: readonly string[];
  add(agency: string, changes?: Partial<RecordInput>): Promise<string>;
  change(id: string, changes: Partial<RecordInput>): Promise<void>;
  approve(...ids: string[]): Promise<void>;
  withdraw(...ids: string[]): Promise<void>;
  /** Publishes all that is approved, as the release builder tells the store. */
  publish(at: string, who?: string): Promise<number>;
  /** Sets the clock. */
  at(instant: string): void;
}

export function matterDetails(changes: Partial<MatterDetails> = {}): MatterDetails {
  return {
    type: 'matter',
    field: null,
    levels: [],
    elements: '',
    basis: '',
    deadline: null,
    channels: [],
    otherChannels: [],
    audience: [],
    audienceNote: null,
    mode: ['proactive'],
    tiers: [],
    responsible: null,
    ...changes,
  };
}

/** Opens a desk of these agencies, in this order. */
export async function openReportDesk(...names: string[]): Promise<ReportDesk> {
  const temp = await openTempDesk();
  const records = createRecordService(temp.desk);
  const source = createPublishSource(temp.desk);
  const agencies: string[] = [];
  for (const [order, name] of names.entries()) {
    agencies.push((await createAgency(temp.desk, agencyInput(name, order + 1), clerk)).id);
  }
  let version = 0;
  return {
    ...temp,
    agencies,
    add: async (agency, changes = {}) => (await records.create(documentInput(agency, changes), clerk)).id,
    change: async (id, changes) => {
      const { content, version: base } = await records.detail(id);
      await records.update(id, { ...content, ...changes }, base, clerk);
    },
    approve: (...ids) => approvePastGuards(temp, ids),
    withdraw: async (...ids) => void (await records.withdraw(ids, clerk)),
    at: (instant) => temp.tick(Date.parse(instant) - temp.desk.now()),
    publish: async (at, who = '发布员') => {
      temp.tick(Date.parse(at) - temp.desk.now());
      version += 1;
      const rows = await temp.desk.db
        .selectFrom('records')
        .select(['id', 'approved_version as version'])
        .where('approved_version', 'is not', null)
        .orderBy('id')
        .execute();
      const carried = rows.map((row) => ({ id: row.id, version: row.version ?? 0 }));
      const release = {
        version,
        publishedAt: at,
        note: '',
        who,
        records: rows.length,
        bytes: 1,
        newBytes: 1,
      };
      await source.markPublished(
        release,
        (async function* all() {
          yield* carried;
        })(),
      );
      return version;
    },
  };
}

/** What stands between a version and its approval has tests of its own. */
async function approvePastGuards({ desk }: TempDesk, ids: readonly string[]): Promise<void> {
  await desk.db
    .updateTable('records')
    .set((table) => ({
      ...{ state: 'approved', approved_by: clerk.name, withdrawn_at: null },
      approved_version: table.ref('version'),
      approved_at: new Date(desk.now()).toISOString(),
    }))
    .where('id', 'in', ids)
    .execute();
  const rows = await desk.db.selectFrom('records').select(['id', 'version']).where('id', 'in', ids).execute();
  const records = ids.map((id) => ({ id, version: rows.find((row) => row.id === id)?.version }));
  await recordAudit(desk, { who: clerk.name, action: 'record.approve', subject: '', details: { records } });
}
