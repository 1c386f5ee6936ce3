// Whoever looks up a merged case reads the answer of the case it was merged into, and nothing of who sent that one.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCaseHandling } from '#hub/cases/handling/handling-service.ts';
import type { CaseAct } from '#shared/protocol/case-desk-api.ts';
import type { CaseReceipt, Submission } from '#shared/protocol/cases-api.ts';
import { pdf } from '../../support/pictures.ts';
import {
  lastFour,
  openTempCases,
  personOf,
  requestOf,
  submissionIdOf,
  type TempCases,
} from '../../support/temp-cases.ts';
import { clerk } from '../../support/temp-desk.ts';

let temp: TempCases;
beforeEach(async () => {
  temp = await openTempCases();
});
afterEach(() => temp.close());

const other = personOf(2);
const answerText = `${other.name}（电话${other.phone}，住${other.address}）：现公开招标文件，按《条例》办理。`;

async function submitted(submission: Submission) {
  const receipt = await temp.intake.submit(submission, 'counter');
  const { id } = await temp.desk.db
    .selectFrom('cases')
    .select('id')
    .where('number', '=', receipt.number)
    .executeTakeFirstOrThrow();
  return { id, receipt, digits: lastFour(submission) };
}

/** Merges the first into the second and answers that one, with a file. */
async function mergeAndAnswer(first: string, second: string): Promise<string> {
  const handling = createCaseHandling(temp.cases);
  const act = async (id: string, one: CaseAct) =>
    handling.act(id, (await handling.detail(id, clerk)).revision, one, clerk);
  const merged = await act(first, { act: 'merge', into: second, reason: '同一申请' });
  expect(merged.mergedInto).toMatchObject({ id: second, state: 'received', answer: '' });
  const file = await handling.addFile(second, { name: '招标文件.pdf', bytes: pdf() }, clerk);
  await act(second, {
    ...{ act: 'reply', on: '2024-05-06', kind: 'provided', ground: null, text: answerText, leftOut: '' },
    ...{ recordIds: [], files: [file.id] },
  });
  const seen = await handling.detail(first, clerk);
  expect(seen.mergedInto?.answer).toContain('现公开招标文件');
  return file.id;
}

const progress = ({ code }: CaseReceipt, digits: string) => temp.intake.progress(code, digits);

it('a case merged into somebody else’s › when looked up by its own code › it tells the answer without them', async () => {
  const first = await submitted(requestOf(1));
  const second = await submitted(requestOf(2, { applicant: other }));
  const file = await mergeAndAnswer(first.id, second.id);
  const told = await progress(first.receipt, first.digits);
  expect(told).toMatchObject({ state: 'merged', number: first.receipt.number, files: [], canRate: false });
  expect(told.answer).toContain('现公开招标文件');
  for (const own of [other.name, other.phone, other.address]) expect(JSON.stringify(told)).not.toContain(own);
  expect(told.steps.map(({ what }) => what)).toEqual(['received', 'merged', 'replied']);
  await expect(temp.intake.replyFile(first.receipt.code, first.digits, file)).rejects.toMatchObject({
    code: 'cases.file-missing',
  });
});

it('a case merged into another of the same person › when looked up › it tells the answer whole, with its files', async () => {
  const first = await submitted(requestOf(2, { applicant: other }));
  const again = { ...requestOf(2, { applicant: other }), submissionId: submissionIdOf(77) };
  const second = await submitted(again);
  const file = await mergeAndAnswer(first.id, second.id);
  const told = await progress(first.receipt, first.digits);
  expect(told.answer).toBe(answerText);
  expect(told.files.map(({ id }) => id)).toEqual([file]);
  const sent = await temp.intake.replyFile(first.receipt.code, first.digits, file);
  expect(sent.name).toBe('招标文件.pdf');
});
