// Which procedure a record follows, and what a list of procedures must be like.
import { AppError } from '../errors/app-error.ts';
import { type Procedure, type ReviewStep, reviewSteps } from '../protocol/workflow-api.ts';

/** What the tree says of a node: its parent, null at the root, undefined for no such node. */
export type ParentOf = (nodeId: string) => string | null | undefined;

/** The procedure of the nearest node upwards that names one, else the one without nodes. */
export function procedureFor(
  procedures: readonly Procedure[],
  parentOf: ParentOf,
  nodeId: string | null,
): Procedure | null {
  const byNode = new Map(
    procedures.flatMap((procedure) => procedure.nodeIds.map((id) => [id, procedure] as const)),
  );
  const seen = new Set<string>();
  for (let at = nodeId; at !== null && !seen.has(at); at = parentOf(at) ?? null) {
    seen.add(at);
    const own = byNode.get(at);
    if (own !== undefined) return own;
  }
  return procedures.find(({ nodeIds }) => nodeIds.length === 0) ?? null;
}

/** Throws `workflow.procedure-…` naming the first thing that cannot stay. */
export function checkProcedures(
  procedures: readonly Procedure[],
  titleOf: (nodeId: string) => string | null,
) {
  const ids = new Set<string>();
  const named = new Map<string, string>();
  for (const { id, title, steps, nodeIds } of procedures) {
    if (ids.has(id)) throw new AppError('workflow.procedure-twice', { id });
    ids.add(id);
    if (!areInOrder(steps)) throw new AppError('workflow.procedure-steps', { title });
    for (const nodeId of nodeIds) {
      const node = titleOf(nodeId);
      if (node === null) throw new AppError('workflow.procedure-node', { title });
      if (named.has(nodeId)) throw new AppError('workflow.procedure-node-twice', { node });
      named.set(nodeId, id);
    }
  }
  const count = procedures.filter(({ nodeIds }) => nodeIds.length === 0).length;
  if (count !== 1) throw new AppError('workflow.procedure-default', { count });
}

/** In the order the rules give, none twice, and approval at the end. */
function areInOrder(steps: readonly ReviewStep[]): boolean {
  const places = steps.map((step) => reviewSteps.indexOf(step));
  return (
    steps.at(-1) === 'approval' && places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
  );
}
