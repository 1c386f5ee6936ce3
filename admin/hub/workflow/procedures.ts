// The procedures in the store, and which one a record follows.
import { AppError } from '#shared/errors/app-error.ts';
import type { Procedure } from '#shared/protocol/workflow-api.ts';
import { checkProcedures, procedureFor } from '#shared/workflow/procedures.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { listTree } from '../editorial/tree.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { formatSteps, parseSteps } from './stored-steps.ts';

/** Every procedure in the order staff gave. */
export async function loadProcedures(db: Database): Promise<Procedure[]> {
  const rows = await db.selectFrom('procedures').selectAll().orderBy('sort_order').execute();
  const nodes = await db.selectFrom('procedure_nodes').selectAll().orderBy('node_id').execute();
  const byProcedure = Map.groupBy(nodes, ({ procedure_id }) => procedure_id);
  return rows.flatMap(({ id, title, steps }) => {
    const nodeIds = (byProcedure.get(id) ?? []).map(({ node_id }) => node_id);
    const isWithoutPlace = nodeIds.length === 0 && id !== rows[0]?.id;
    // The nodes it was for were removed from the tree since: it is for nothing any more.
    return isWithoutPlace ? [] : [{ id, title, steps: parseSteps(steps), nodeIds }];
  });
}

/** Replaces the list. Throws `workflow.procedure-…` naming the first thing that cannot stay. */
export function saveProcedures(desk: Desk, procedures: readonly Procedure[], actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const titles = new Map((await listTree(inside.db)).map(({ id, title }) => [id, title]));
    checkProcedures(procedures, (id) => titles.get(id) ?? null);
    await inside.db.deleteFrom('procedure_nodes').execute();
    await inside.db.deleteFrom('procedures').execute();
    for (const [at, procedure] of defaultFirst(procedures).entries()) {
      await insertProcedure(inside.db, procedure, at + 1);
    }
    await recordAudit(inside, {
      who: actor.name,
      action: 'procedures.update',
      subject: procedures
        .map(({ title }) => title)
        .join('、')
        .slice(0, 300),
      details: { procedures },
    });
  });
}

/** The one without nodes is kept first: that is how it is told from one whose nodes are gone. */
function defaultFirst(procedures: readonly Procedure[]): Procedure[] {
  return procedures.toSorted((a, b) => Number(a.nodeIds.length > 0) - Number(b.nodeIds.length > 0));
}

async function insertProcedure(db: Database, procedure: Procedure, place: number): Promise<void> {
  const { id, title, steps, nodeIds } = procedure;
  await db
    .insertInto('procedures')
    .values({ id, title, steps: formatSteps(steps), sort_order: place })
    .execute();
  for (const node_id of nodeIds) {
    await db.insertInto('procedure_nodes').values({ node_id, procedure_id: id }).execute();
  }
}

/** Finds the procedure of any place in the tree; reads the store once. */
export async function loadProcedureFinder(db: Database): Promise<(nodeId: string | null) => Procedure> {
  const procedures = await loadProcedures(db);
  const rows = await db.selectFrom('tree_nodes').select(['id', 'parent_id']).execute();
  const parents = new Map(rows.map(({ id, parent_id }) => [id, parent_id]));
  return (nodeId) => {
    const found = procedureFor(procedures, (id) => parents.get(id), nodeId);
    if (found === null) throw new AppError('internal');
    return found;
  };
}
