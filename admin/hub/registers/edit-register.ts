// A register set up by hand: made from a definition, or changed in its waiting revision.
import { AppError } from '#shared/errors/app-error.ts';
import type { RegisterInput } from '#shared/protocol/registers-api.ts';
import { identityColumns, identityOf } from '#shared/registers/read-row.ts';
import {
  parseDefinition,
  type RegisterDefinition,
  titleColumn,
} from '#shared/registers/register-definition.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { requireOwnAgency } from '../workflow/agency-scope.ts';
import { parseCells } from './entry-store.ts';
import { loadOwnRegister } from './own-register.ts';
import { createRegister, openRevision } from './revise-register.ts';
import { noteAuthor } from './revision-authors.ts';
import { findRegister, type RegisterForm } from './stored-register.ts';

/** Throws `register.bad-definition`, `register.taken-id` or `not-found` for its agency; returns its id. */
export function addRegister(desk: Desk, input: RegisterInput, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const form = await formOf(inside, input);
    requireOwnAgency(actor, form.agencyId, form.definition.title);
    const taken = await findRegister(inside.db, form.definition.id);
    if (taken !== null) throw new AppError('register.taken-id', { id: form.definition.id });
    return (await createRegister(inside, { ...form, totals: [] }, actor.name)).id;
  });
}

/** Throws `not-found`, `store.conflict`, `register.bad-definition` or `register.identity-clash`. */
export function changeRegister(
  desk: Desk,
  id: string,
  { baseVersion, ...input }: RegisterInput & { readonly baseVersion: number },
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, id, actor);
    if (register.version !== baseVersion) throw new AppError('store.conflict', { version: register.version });
    const form = await formOf(inside, input);
    requireOwnAgency(actor, form.agencyId, form.definition.title);
    const definition = { ...form.definition, id: register.slug };
    if (!hasSameIdentity(register.definition, definition)) await tellApart(inside, id, definition);
    const revised = await openRevision(inside, register, actor.name, { ...form, definition });
    await noteAuthor(inside, revised, actor.name);
    await recordAudit(inside, {
      who: actor.name,
      action: 'register.update',
      subject: definition.title,
      details: { id, act: 'definition' },
    });
  });
}

async function formOf(inside: Desk, input: RegisterInput): Promise<Omit<RegisterForm, 'totals'>> {
  const { agencyId, nodeId, period } = input;
  await requireKnown(inside, 'agencies', agencyId);
  if (nodeId !== null) await requireKnown(inside, 'tree_nodes', nodeId);
  return { definition: parseDefinition(input.definition), agencyId, nodeId, period };
}

async function requireKnown({ db }: Desk, table: 'agencies' | 'tree_nodes', id: string): Promise<void> {
  const row = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
}

function hasSameIdentity(before: RegisterDefinition, after: RegisterDefinition): boolean {
  const keys = (definition: RegisterDefinition) => identityColumns(definition).map(({ key }) => key);
  return keys(before).join(' ') === keys(after).join(' ');
}

const rowsAtOnce = 1000;

/** Gives every row the identity the new columns make; refuses what would make two rows one. */
async function tellApart(inside: Desk, registerId: string, definition: RegisterDefinition): Promise<void> {
  const title = titleColumn(definition).key;
  const taken = new Map<string, string>();
  const clashes: string[] = [];
  let after = '';
  for (;;) {
    const rows = await inside.db
      .selectFrom('register_entries as entry')
      .innerJoin('register_entry_versions as latest', (join) =>
        join.onRef('latest.entry_id', '=', 'entry.id').onRef('latest.version', '=', 'entry.latest_version'),
      )
      .select(['entry.id', 'latest.cells_json'])
      .where('entry.register_id', '=', registerId)
      .where('entry.id', '>', after)
      .orderBy('entry.id')
      .limit(rowsAtOnce)
      .execute();
    for (const { id, cells_json } of rows) {
      const cells = parseCells(cells_json);
      const identity = identityOf(definition, cells) || id;
      if (taken.has(identity)) clashes.push(cells[title] ?? id);
      taken.set(identity, id);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) break;
    after = last.id;
  }
  const [first] = clashes;
  if (first !== undefined)
    throw new AppError('register.identity-clash', { title: first, count: clashes.length });
  await writeIdentities(inside, taken);
}

/** In two steps, since a new identity may be the old one of another row. */
async function writeIdentities(inside: Desk, identities: ReadonlyMap<string, string>): Promise<void> {
  const write = async (id: string, identity: string) => {
    await inside.db.updateTable('register_entries').set({ identity }).where('id', '=', id).execute();
  };
  for (const id of identities.values()) await write(id, `\u001f${id}`);
  for (const [identity, id] of identities) await write(id, identity);
}
