// Agencies (公开主体): listed, named once, created when an import first meets them.
import type { Selectable } from 'kysely';
import type { Agency } from '#shared/catalogue/venue.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Actor } from '../http/hub-services.ts';
import type { AgencyTable, Database } from '../store/tables.ts';
import { recordAudit } from './audit.ts';
import { type Desk, instant, withTransaction } from './desk.ts';
import { nameKey } from './identity-keys.ts';

/** Agencies nobody has put in order come after those somebody has. */
const unorderedFrom = 1000;

/** All agencies in the order they are shown. */
export async function listAgencies(db: Database): Promise<Agency[]> {
  const rows = await db.selectFrom('agencies').selectAll().orderBy('sort_order').orderBy('id').execute();
  return rows.map(agencyOf);
}

/** Adds an agency. Throws `store.agency-exists` when one has this name under some spelling. */
export function createAgency(desk: Desk, input: Omit<Agency, 'id'>, actor: Actor): Promise<Agency> {
  return withTransaction(desk, async (inside) => {
    await refuseTakenName(inside.db, input.name, null);
    const id = desk.newId('a');
    const at = instant(desk);
    await inside.db
      .insertInto('agencies')
      .values({ id, ...agencyColumns(input), created_at: at, renamed_at: at })
      .execute();
    await recordAudit(inside, { who: actor.name, action: 'agency.create', subject: input.name });
    return { id, ...input };
  });
}

/** Changes an agency; a new name changes every record shown under it. Throws `not-found` or `store.agency-exists`. */
export function updateAgency(
  desk: Desk,
  id: string,
  input: Omit<Agency, 'id'>,
  actor: Actor,
): Promise<Agency> {
  return withTransaction(desk, async (inside) => {
    const old = await inside.db.selectFrom('agencies').selectAll().where('id', '=', id).executeTakeFirst();
    if (old === undefined) throw new AppError('not-found', { what: id });
    await refuseTakenName(inside.db, input.name, id);
    const renamedAt = old.name === input.name ? old.renamed_at : instant(desk);
    await inside.db
      .updateTable('agencies')
      .set({ ...agencyColumns(input), renamed_at: renamedAt, ...contactChange(desk, old, input) })
      .where('id', '=', id)
      .execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'agency.update',
      subject: input.name,
      ...(old.name === input.name ? {} : { details: { nameBefore: old.name } }),
    });
    return { id, ...input };
  });
}

/** When the contact details last changed is kept, because what nobody has touched for a year is to be looked at. */
function contactChange(desk: Desk, old: Selectable<AgencyTable>, input: Omit<Agency, 'id'>) {
  const isSame = old.address === input.address && old.phone === input.phone && old.hours === input.hours;
  return isSame ? {} : { contact_at: instant(desk) };
}

/** The id of the agency with this name under any spelling, or null. */
export async function findAgencyId(db: Database, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('agencies')
    .select('id')
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Agencies by name, while many records are imported; what it adds becomes real in `flush`. */
export interface AgencyIndex {
  /** The id of the agency with this name under any spelling; a new agency when there is none. */
  ensure(name: string): string;
  /** The id of the agency with this name, null when there is none. */
  find(name: string): string | null;
  /** Writes the agencies added since the last flush. Call inside a transaction. */
  flush(desk: Desk): Promise<void>;
}

/** Loads the names; agencies it adds are kept in memory until `flush`, so a dry run writes none. */
export async function loadAgencyIndex(desk: Desk): Promise<AgencyIndex> {
  const rows = await desk.db.selectFrom('agencies').select(['id', 'name_key', 'sort_order']).execute();
  const ids = new Map(rows.map((row) => [row.name_key, row.id]));
  let order = rows.reduce((last, row) => Math.max(last, row.sort_order), unorderedFrom - 1);
  let pending: Agency[] = [];
  return {
    find: (name) => ids.get(nameKey(name)) ?? null,
    ensure: (name) => {
      const existing = ids.get(nameKey(name));
      if (existing !== undefined) return existing;
      const id = desk.newId('a');
      order++;
      const empty = {
        shortName: null,
        address: null,
        phone: null,
        hours: null,
        leader: null,
        functions: null,
      };
      pending.push({ id, name: name.trim(), order, ...empty });
      ids.set(nameKey(name), id);
      return id;
    },
    flush: async (inside) => {
      const added = pending;
      pending = [];
      const at = instant(desk);
      for (const { id, ...agency } of added) {
        await inside.db
          .insertInto('agencies')
          .values({ id, ...agencyColumns(agency), created_at: at, renamed_at: at })
          .execute();
      }
    },
  };
}

async function refuseTakenName(db: Database, name: string, ownId: string | null): Promise<void> {
  const holder = await findAgencyId(db, name);
  if (holder !== null && holder !== ownId) throw new AppError('store.agency-exists', { name });
}

function agencyColumns(input: Omit<Agency, 'id'>) {
  return {
    name: input.name,
    name_key: nameKey(input.name),
    short_name: input.shortName,
    address: input.address,
    phone: input.phone,
    hours: input.hours,
    leader: input.leader,
    functions: input.functions,
    sort_order: Math.trunc(input.order),
  };
}

function agencyOf(row: Selectable<AgencyTable>): Agency {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    address: row.address,
    phone: row.phone,
    hours: row.hours,
    leader: row.leader,
    functions: row.functions,
    order: row.sort_order,
  };
}
