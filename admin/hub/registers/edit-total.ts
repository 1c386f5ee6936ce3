// One total row of a register changed by hand: added, corrected, moved or removed, and waiting with the rest.
import { AppError } from '#shared/errors/app-error.ts';
import { readTotal } from '#shared/registers/read-total.ts';
import { titleColumn } from '#shared/registers/register-definition.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { type Cells, lastPlace } from './entry-store.ts';
import { loadOwnRegister } from './own-register.ts';
import { openRevision } from './revise-register.ts';
import { noteAuthor } from './revision-authors.ts';
import { loadRowPlace } from './row-list.ts';
import type { StoredRegister } from './stored-register.ts';
import { mostTotals, type StoredTotal, totalKey } from './stored-totals.ts';

/** What somebody says of a total row. */
export interface TotalDraft {
  /** The row it stands behind, `''` above the first; absent at the end, or where it stands already. */
  readonly after?: string | undefined;
  readonly cells: Cells;
}

/** Throws `not-found`, `register.not-a-total`, `register.too-many-totals` or what is wrong with a cell. */
export function addTotal(desk: Desk, registerId: string, draft: TotalDraft, actor: Actor): Promise<void> {
  return change(desk, registerId, actor, 'add-total', async (inside, register) => {
    if (register.totals.length >= mostTotals)
      throw new AppError('register.too-many-totals', { limit: mostTotals });
    const added = await totalOf(inside, register, draft, await lastPlace(inside.db, registerId));
    return { named: added, totals: [...register.totals, added] };
  });
}

/** Throws `not-found`, `register.total-gone`, `register.not-a-total` or what is wrong with a cell. */
export function updateTotal(
  desk: Desk,
  { registerId, key }: { readonly registerId: string; readonly key: string },
  draft: TotalDraft,
  actor: Actor,
): Promise<void> {
  return change(desk, registerId, actor, 'change-total', async (inside, register) => {
    const at = indexOf(register, key);
    const changed = await totalOf(inside, register, draft, register.totals[at]?.after ?? 0);
    if (totalKey(changed) === key) return null;
    return { named: changed, totals: register.totals.with(at, changed) };
  });
}

/** Throws `not-found` or `register.total-gone`. */
export function removeTotal(desk: Desk, registerId: string, key: string, actor: Actor): Promise<void> {
  return change(desk, registerId, actor, 'remove-total', async (_, register) => {
    const at = indexOf(register, key);
    return { named: register.totals[at] ?? null, totals: register.totals.toSpliced(at, 1) };
  });
}

/** Totals that end the table go on ending it when a row is put below its last one. */
export function totalsBelow(totals: readonly StoredTotal[], last: number, next: number): StoredTotal[] {
  return totals.map((total) => (total.after >= last && last > 0 ? { ...total, after: next } : total));
}

/** The total a draft states, read as one of a table would be. `place` is where it stands unless told. */
export async function totalOf(
  inside: Desk,
  { id, definition }: StoredRegister,
  { after, cells }: TotalDraft,
  place: number,
): Promise<StoredTotal> {
  const raw = new Map(Object.entries(cells).filter(([, text]) => text.trim() !== ''));
  const total = readTotal(definition, raw, [], instant(inside).slice(0, 10));
  const name = cells[titleColumn(definition).key]?.trim() ?? '';
  if (total === null) throw new AppError('register.not-a-total', { name: name || '—' });
  const [problem] = total.problems;
  if (problem !== undefined) throw new AppError(problem.code, problem.details);
  const told = after === undefined ? place : after === '' ? 0 : await loadRowPlace(inside.db, id, after);
  return { after: told, cells: total.cells };
}

interface ChangedTotals {
  readonly named: StoredTotal | null;
  readonly totals: readonly StoredTotal[];
}

/** Nothing is written when `decide` says null. */
function change(
  desk: Desk,
  registerId: string,
  actor: Actor,
  act: 'add-total' | 'change-total' | 'remove-total',
  decide: (inside: Desk, register: StoredRegister) => Promise<ChangedTotals | null>,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, registerId, actor);
    const changed = await decide(inside, register);
    if (changed === null) return;
    const { name } = actor;
    const { totals } = changed;
    await noteAuthor(inside, await openRevision(inside, register, name, { totals }), name);
    await recordAudit(inside, {
      who: name,
      action: 'register.update',
      subject: register.definition.title,
      details: {
        id: registerId,
        act,
        entry: changed.named?.cells[titleColumn(register.definition).key] ?? '',
      },
    });
  });
}

function indexOf({ totals }: StoredRegister, key: string): number {
  const at = totals.findIndex((total) => totalKey(total) === key);
  if (at < 0) throw new AppError('register.total-gone', {});
  return at;
}
