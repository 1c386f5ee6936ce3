// Makes registers and opens their revisions: whatever changes waits in one revision until it is approved as a whole.
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import { newCode } from '../editorial/new-ids.ts';
import { canonicalJson } from '../editorial/stored-content.ts';
import { noteAuthor } from './revision-authors.ts';
import { beginSortKeys } from './sort-keys.ts';
import { formHash, loadRegister, type RegisterForm, type StoredRegister } from './stored-register.ts';

/** Adds an empty register in its first revision. Call inside a transaction. */
export async function createRegister(inside: Desk, form: RegisterForm, who: string): Promise<StoredRegister> {
  const id = inside.newId('g');
  const at = instant(inside);
  await inside.db
    .insertInto('registers')
    .values({
      id,
      slug: form.definition.id,
      code: await newCode(inside),
      ...headerOf(form),
      state: 'draft',
      version: 1,
      approved_version: null,
      approved_at: null,
      approved_by: null,
      withdrawn_at: null,
      published_version: null,
      created_at: at,
      updated_at: at,
      updated_by: who,
    })
    .execute();
  await insertVersion(inside, id, 1, form, who);
  await beginSortKeys(inside, id, form.definition);
  await noteAuthor(inside, { id, version: 1 }, who);
  await recordAudit(inside, {
    who,
    action: 'register.create',
    subject: form.definition.title,
    details: { id },
  });
  return loadRegister(inside.db, id);
}

/**
 * The revision changes go into: the one that waits, or a new one behind the approved one. `changes` are laid over
 * its form. Call inside a transaction.
 */
export async function openRevision(
  inside: Desk,
  register: StoredRegister,
  who: string,
  changes: Partial<RegisterForm> = {},
): Promise<StoredRegister> {
  const form: RegisterForm = { ...formOf(register), ...changes };
  const isWaiting = register.version !== register.approvedVersion;
  const version = isWaiting ? register.version : register.version + 1;
  if (isWaiting) await rewriteVersion(inside, register, form, who);
  else await insertVersion(inside, register.id, version, form, who);
  await inside.db
    .updateTable('registers')
    .set({ ...headerOf(form), version, updated_at: instant(inside), updated_by: who })
    .where('id', '=', register.id)
    .execute();
  return { ...register, ...form, version };
}

function formOf({ definition, period, agencyId, nodeId, totals }: StoredRegister): RegisterForm {
  return { definition, period, agencyId, nodeId, totals };
}

function headerOf({ definition, agencyId, nodeId }: RegisterForm) {
  const { title, template } = definition;
  return { title, title_key: nameKey(title), template, agency_id: agencyId, node_id: nodeId };
}

function versionColumns(inside: Desk, form: RegisterForm, who: string) {
  return {
    definition_json: canonicalJson(form.definition),
    period: form.period,
    agency_id: form.agencyId,
    node_id: form.nodeId,
    form_hash: formHash(form),
    totals_json: JSON.stringify(form.totals),
    at: instant(inside),
    who,
  };
}

async function insertVersion(
  inside: Desk,
  registerId: string,
  version: number,
  form: RegisterForm,
  who: string,
): Promise<void> {
  const columns = versionColumns(inside, form, who);
  await inside.db
    .insertInto('register_versions')
    .values({ register_id: registerId, version, ...columns })
    .execute();
}

async function rewriteVersion(
  inside: Desk,
  register: StoredRegister,
  form: RegisterForm,
  who: string,
): Promise<void> {
  await inside.db
    .updateTable('register_versions')
    .set(versionColumns(inside, form, who))
    .where('register_id', '=', register.id)
    .where('version', '=', register.version)
    .execute();
}
