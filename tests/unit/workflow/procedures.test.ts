// Procedures: the nearest node upwards decides, and a list that makes no sense is refused with the reason.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listTree } from '#hub/editorial/tree.ts';
import { addNode } from '#hub/editorial/tree-edits.ts';
import type { Actor } from '#hub/http/actor.ts';
import type { Procedure } from '#shared/protocol/workflow-api.ts';
import { openStaffedDesk, type StaffedDesk } from '#tests/support/staffed-desk.ts';

let desk: StaffedDesk;
let boss: Actor;
let lin: Actor;
let top: string;
let below: string;
beforeEach(async () => {
  desk = await openStaffedDesk();
  boss = await desk.hire('boss', ['administrator']);
  lin = await desk.hire('lin', ['contributor']);
  await addNode(desk.desk, { parentId: null, title: '村务', basis: '' }, boss);
  top = await nodeNamed('村务');
  await addNode(desk.desk, { parentId: top, title: '低保', basis: '' }, boss);
  below = await nodeNamed('低保');
});
afterEach(() => desk.close());

async function nodeNamed(title: string): Promise<string> {
  return (await listTree(desk.desk.db)).find((node) => node.title === title)?.id ?? '';
}

const rest: Procedure = { id: 'rest', title: '通用', steps: ['secrecy', 'approval'], nodeIds: [] };
const village = (nodeIds: string[]): Procedure => ({
  id: 'village',
  title: '村两步',
  steps: ['self-check', 'approval'],
  nodeIds,
});
const save = (...procedures: Procedure[]) => desk.workflow.saveProcedures(procedures, boss);
const stepsAt = async (nodeId: string | null) =>
  (await desk.workflow.ofRecord(await desk.draft(lin, { nodeId, title: `${nodeId}` }), lin)).procedure.steps;

describe('procedures', () => {
  it('when none were saved › the default one asks for self-check, secrecy and approval', async () => {
    expect(await stepsAt(null)).toEqual(['self-check', 'secrecy', 'approval']);
  });

  it('when a node above has one › it decides, the nearest first, and all else follows the one without nodes', async () => {
    await save(
      village([top]),
      { ...rest, id: 'poor', title: '低保', nodeIds: [below] },
      { ...rest, steps: ['approval'] },
    );
    expect(await stepsAt(top)).toEqual(['self-check', 'approval']);
    expect(await stepsAt(below)).toEqual(['secrecy', 'approval']);
    expect(await stepsAt(null)).toEqual(['approval']);
    await save(village([top]), rest);
    expect(await stepsAt(below)).toEqual(['self-check', 'approval']);
    expect(await desk.workflow.procedures()).toEqual([rest, village([top])]);
  });

  it('when the node of one is removed › what it was for does not become everything else', async () => {
    await save(village([below]), rest);
    await desk.desk.db.deleteFrom('tree_nodes').where('id', '=', below).execute();
    expect(await desk.workflow.procedures()).toEqual([rest]);
    expect(await stepsAt(null)).toEqual(['secrecy', 'approval']);
  });

  it('when something is in review › it keeps the steps it began with', async () => {
    const id = await desk.submitted(lin);
    await save(rest);
    const { reviews } = await desk.workflow.ofRecord(id, lin);
    expect(reviews[0]?.steps).toEqual(['self-check', 'secrecy', 'approval']);
  });

  it.each([
    ['no procedure is for all else', () => [village([top])], 'workflow.procedure-default'],
    ['two are', () => [rest, village([])], 'workflow.procedure-default'],
    ['two have one id', () => [rest, { ...village([top]), id: 'rest' }], 'workflow.procedure-twice'],
    [
      'a node is named twice',
      () => [rest, village([top]), { ...village([top]), id: 'v2' }],
      'workflow.procedure-node-twice',
    ],
    ['a node is unknown', () => [rest, village(['n-none'])], 'workflow.procedure-node'],
    ['approval is missing', () => [{ ...rest, steps: ['secrecy' as const] }], 'workflow.procedure-steps'],
    [
      'steps are out of order',
      () => [{ ...rest, steps: ['legality' as const, 'secrecy' as const, 'approval' as const] }],
      'workflow.procedure-steps',
    ],
    [
      'a step comes twice',
      () => [{ ...rest, steps: ['secrecy' as const, 'secrecy' as const, 'approval' as const] }],
      'workflow.procedure-steps',
    ],
  ])('when %s › the list is refused and the old one stays', async (_what, list, code) => {
    const before = await desk.workflow.procedures();
    await expect(save(...list())).rejects.toThrow(code);
    expect(await desk.workflow.procedures()).toEqual(before);
  });
});
