// Decides over a register as a whole: approves its waiting revision, discards it, or takes the register out of view.
import { sql } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import { type AuditAction, recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { cellsHash } from './entry-store.ts';
import { loadOwnRegister } from './own-register.ts';
import { findInRegister, requireAnswered } from './register-findings.ts';
import { openRevision } from './revise-register.ts';
import { refuseAuthor } from './revision-authors.ts';
import { loadForm, type StoredRegister } from './stored-register.ts';

const restoredAtOnce = 500;

/**
 * Makes everything as it is now what the next release carries. `confirmed` names the findings somebody answers for.
 * Throws `not-found`, `register.nothing-waits`, `register.findings-open`, `register.changed-meanwhile` or `workflow.…`.
 */
export async function approveRegister(
  desk: Desk,
  id: string,
  actor: Actor,
  confirmed: readonly string[] = [],
): Promise<void> {
  const found = await findInRegister(desk.db, id);
  requireAnswered(found, confirmed);
  await withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, id, actor);
    await refuseAuthor(inside, register, actor);
    const { title } = register.definition;
    // The rows were read outside: a revision that came meanwhile was not.
    if (register.version !== found.version) throw new AppError('register.changed-meanwhile', { title });
    const keys = found.findings.map(({ key }) => key);
    if (!(await markApproved(inside, register, actor.name, keys)))
      throw new AppError('register.nothing-waits', { title });
  });
}

/** The same inside a transaction; false when nothing waits. */
export async function markApproved(
  inside: Desk,
  register: StoredRegister,
  who: string,
  confirmed: readonly string[] = [],
): Promise<boolean> {
  const { id, version, approvedVersion } = register;
  if (version === approvedVersion) return false;
  await inside.db
    .updateTable('registers')
    .set({
      state: 'approved',
      approved_version: version,
      approved_at: instant(inside),
      approved_by: who,
      withdrawn_at: null,
    })
    .where('id', '=', id)
    .execute();
  const { numUpdatedRows } = await inside.db
    .updateTable('register_entries')
    .set((table) => ({ approved_version: table.ref('current_version') }))
    .where('register_id', '=', id)
    .where(isWaiting)
    .executeTakeFirst();
  await note(inside, register, 'register.approve', who, {
    version,
    entries: Number(numUpdatedRows),
    ...(confirmed.length === 0 ? {} : { confirmed }),
  });
  return true;
}

/** Gives up what waits: everything is again as it was approved. Throws `not-found` or `register.nothing-waits`. */
export function discardRevision(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, id, actor);
    const { version, approvedVersion } = register;
    if (approvedVersion === null || version === approvedVersion) {
      throw new AppError('register.nothing-waits', { title: register.definition.title });
    }
    const form = await loadForm(inside.db, id, approvedVersion);
    await restoreEntries(inside.db, id);
    await inside.db
      .deleteFrom('register_periods')
      .where('register_id', '=', id)
      .where('since_version', '>', approvedVersion)
      .execute();
    await openRevision(inside, register, actor.name, form);
    await inside.db
      .updateTable('registers')
      .set({ approved_version: version })
      .where('id', '=', id)
      .execute();
    await note(inside, register, 'register.discard', actor.name, { version });
  });
}

/** Takes the register and all its entries out of the next release. Throws `not-found` or `register.not-public`. */
export function withdrawRegister(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, id, actor);
    if (register.state !== 'approved')
      throw new AppError('register.not-public', { title: register.definition.title });
    // What was approved once is never approved again under the same number.
    await openRevision(inside, register, actor.name);
    await inside.db
      .updateTable('registers')
      .set({
        state: 'withdrawn',
        approved_version: null,
        approved_at: null,
        approved_by: null,
        withdrawn_at: instant(inside),
      })
      .where('id', '=', id)
      .execute();
    await inside.db
      .updateTable('register_entries')
      .set({ approved_version: null })
      .where('register_id', '=', id)
      .where('approved_version', 'is not', null)
      .execute();
    await note(inside, register, 'register.withdraw', actor.name, {});
  });
}

/** The condition of an entry that differs from what is approved. */
export const isWaiting = sql<boolean>`approved_version is not current_version`;

/** Entries go back to their approved version; a number that was given once is not given again. */
async function restoreEntries(db: Database, registerId: string): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom('register_entries as entry')
      .leftJoin('register_entry_versions as approved', (join) =>
        join
          .onRef('approved.entry_id', '=', 'entry.id')
          .onRef('approved.version', '=', 'entry.approved_version'),
      )
      .select(['entry.id', 'entry.approved_version', 'approved.cells_json'])
      .where('entry.register_id', '=', registerId)
      .where(sql<boolean>`entry.approved_version is not entry.current_version`)
      .limit(restoredAtOnce)
      .execute();
    for (const { id, approved_version, cells_json } of rows) {
      await db
        .updateTable('register_entries')
        .set({
          current_version: approved_version,
          content_hash: cells_json === null ? '' : cellsHash(cells_json),
        })
        .where('id', '=', id)
        .execute();
    }
    if (rows.length < restoredAtOnce) return;
  }
}

function note(
  inside: Desk,
  { id, definition }: StoredRegister,
  action: AuditAction,
  who: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(inside, { who, action, subject: definition.title, details: { id, ...details } });
}
