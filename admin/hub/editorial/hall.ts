// The hall's plan in the store: checked on the way in, an empty one where nothing readable is kept.
import { emptyHall, type Hall } from '#shared/catalogue/hall-plan.ts';
import { findHallFault, tidyHall } from '#shared/catalogue/hall-rules.ts';
import { parseHall } from '#shared/release/parse-hall.ts';
import type { Actor } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { recordAudit } from './audit.ts';
import { type Desk, instant, withTransaction } from './desk.ts';

/** The plan staff saved; one nobody can read must keep no hall from publishing. */
export function readHall(column: string | null): Hall | null {
  if (column === null) return null;
  try {
    return parseHall(JSON.parse(column));
  } catch {
    return null;
  }
}

export async function loadHall(db: Database): Promise<Hall> {
  const row = await db.selectFrom('venue').select('hall_json').where('id', '=', 1).executeTakeFirst();
  return readHall(row?.hall_json ?? null) ?? emptyHall;
}

/** Writes the plan and puts it on record. Throws `hall.…` naming the first thing that cannot stay. */
export async function saveHall(desk: Desk, given: Hall, actor: Actor): Promise<void> {
  const hall = tidyHall(given);
  const fault = findHallFault(hall);
  if (fault !== null) throw fault;
  await withTransaction(desk, async (inside) => {
    const row = { hall_json: JSON.stringify(hall), updated_at: instant(desk) };
    await inside.db
      .insertInto('venue')
      .values({ id: 1, ...unnamed, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const areas = hall.floors.reduce((sum, floor) => sum + floor.areas.length, 0);
    await recordAudit(inside, {
      who: actor.name,
      action: 'hall.update',
      subject: hall.floors.map(({ name }) => name).join('、'),
      details: { floors: hall.floors.length, areas },
    });
  });
}

/** What a venue nobody has described yet is called in the row the plan lies in. */
const unnamed = { name: '政府信息查阅点', region: '' };
