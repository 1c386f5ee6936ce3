// A desk with people: several accounts with their roles, two agencies, and the services they work with.
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import type { Actor } from '#hub/http/actor.ts';
import type { RecordService } from '#hub/http/hub-services.ts';
import { createWorkflowService, type WorkflowService } from '#hub/workflow/workflow-service.ts';
import { formatRoles, type Role } from '#shared/accounts/roles.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { agencyInput, documentInput, openTempDesk, type TempDesk } from './temp-desk.ts';

export interface StaffedDesk extends TempDesk {
  readonly records: RecordService;
  readonly workflow: WorkflowService;
  /** The agency everything is about, and another. */
  readonly agencyId: string;
  readonly otherAgencyId: string;
  /** Gives somebody an account and what they act as. */
  hire(name: string, roles: readonly Role[], agencyId?: string | null): Promise<Actor>;
  /** A draft of the first agency by this author; returns its id. */
  draft(author: Actor, changes?: Partial<RecordInput>): Promise<string>;
  /** A further version of it. */
  revise(id: string, author: Actor, title?: string): Promise<number>;
  /** A version handed in by its author. */
  submitted(author: Actor, changes?: Partial<RecordInput>): Promise<string>;
  /** Approved versions by record, as the next release would carry them. */
  approved(id: string): Promise<{ readonly state: string; readonly version: number | null }>;
  /** Every act of the trail, oldest first. */
  acts(): Promise<string[]>;
}

export async function openStaffedDesk(): Promise<StaffedDesk> {
  const temp = await openTempDesk();
  const { desk } = temp;
  const records = createRecordService(desk);
  const workflow = createWorkflowService(desk);
  const hire = async (name: string, roles: readonly Role[], agencyId: string | null = null) => {
    const accountId = desk.newId('u');
    await desk.db
      .insertInto('accounts')
      .values({
        id: accountId,
        name,
        name_key: name,
        display_name: `${name}同志`,
        roles: formatRoles(roles),
        agency_id: agencyId,
        disabled_at: null,
        password_hash: '',
        password_changed_at: '',
        created_at: '',
      })
      .execute();
    return { accountId, name, roles, agencyId };
  };
  const founder = await hire('founder', ['administrator']);
  const { id: agencyId } = await createAgency(desk, agencyInput('民政局', 1), founder);
  const { id: otherAgencyId } = await createAgency(desk, agencyInput('教育局', 2), founder);
  const draft = async (author: Actor, changes: Partial<RecordInput> = {}) =>
    (await records.create(documentInput(agencyId, changes), author)).id;
  return {
    ...temp,
    records,
    workflow,
    agencyId,
    otherAgencyId,
    hire,
    draft,
    revise: async (id, author, title = '改过的标题') => {
      const { content, version } = await records.detail(id);
      return (await records.update(id, { ...content, title }, version, author)).version;
    },
    submitted: async (author, changes = {}) => {
      const id = await draft(author, changes);
      await workflow.submit([{ recordId: id, version: 1 }], '', author);
      return id;
    },
    approved: async (id) => {
      const { state, approved_version: version } = await desk.db
        .selectFrom('records')
        .select(['state', 'approved_version'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return { state, version };
    },
    acts: async () => {
      const rows = await desk.db.selectFrom('audit_entries').select('action').orderBy('id').execute();
      return rows.map(({ action }) => action);
    },
  };
}

/** Codes of what a bulk act left alone; empty when everything was done. */
export function codesOf({ skipped }: { readonly skipped: readonly { readonly code: string }[] }): string[] {
  return skipped.map(({ code }) => code);
}
