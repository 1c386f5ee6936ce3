// Takes records through everything that can happen to them, over and over, telling of each act done; made to be killed.
import { writeSync } from 'node:fs';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { type Actor, operatorActor } from '#hub/http/actor.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { createWorkflowService } from '#hub/workflow/workflow-service.ts';
import { documentInput } from './temp-desk.ts';

const [dataDir = '', agencyId = ''] = process.argv.slice(2);
const folder = await openDataFolder({ dataDir });
const records = createRecordService(folder.desk);
const workflow = createWorkflowService(folder.desk);
const named = (name: string): Actor => ({ ...operatorActor(name), accountId: name });
const [author, reviewer, approver, publisher] = ['lin', 'wang', 'zhao', 'pub'].map(named) as [
  Actor,
  Actor,
  Actor,
  Actor,
];
const tell = (what: string) => writeSync(1, `${what}\n`);

async function reviewed(title: string) {
  const { id: recordId } = await records.create(documentInput(agencyId, { title }), author);
  const item = { recordId, version: 1 };
  await workflow.submit([item], '', author);
  tell(`submitted ${recordId}`);
  return item;
}

async function passAll(items: readonly { recordId: string; version: number }[]) {
  for (const who of [reviewer, reviewer, approver]) {
    const { done } = await workflow.decide({ items: [...items], decision: 'pass', opinion: '' }, who);
    if (done !== items.length) throw new Error('not every step was taken');
  }
  for (const { recordId } of items) tell(`passed ${recordId}`);
}

tell('started');
for (let round = 0; ; round += 1) {
  const stamp = `${Date.now()}-${round}`;
  const trio = [await reviewed(`甲${stamp}`), await reviewed(`乙${stamp}`), await reviewed(`丙${stamp}`)];
  const group = await workflow.createGroup({ title: `组${stamp}`, at: null, items: trio }, publisher);
  await passAll(trio);
  await workflow.releaseGroup(group, publisher);
  tell(`released ${group}`);
  const alone = await reviewed(`丁${stamp}`);
  await passAll([alone]);
  await workflow.schedule(alone, new Date(Date.now() + 3).toISOString(), publisher);
  tell(`scheduled ${alone.recordId}`);
  await new Promise((resolve) => setTimeout(resolve, 4));
  await workflow.releaseDue();
  tell(`due ${alone.recordId}`);
  const sudden = await reviewed(`戊${stamp}`);
  await workflow.emergency(sudden, '堤防险情，须立即公开', publisher);
  await workflow.decide({ items: [sudden], decision: 'return', opinion: '撤回' }, reviewer);
  tell(`returned ${sudden.recordId}`);
}
