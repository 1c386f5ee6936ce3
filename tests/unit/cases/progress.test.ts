// How a case stands is opened by code and digits alone, says what the applicant may know, and can be acted on once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseWords } from '#hub/cases/case-words.ts';
import { keyOfCase, openWords, sealNote, sealWords } from '#hub/cases/case-words.ts';
import { keepOfficeFile } from '#hub/cases/files/keep-file.ts';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import type { CaseTable } from '#hub/store/case-tables.ts';
import type { CaseReceipt, Submission } from '#shared/protocol/cases-api.ts';
import { caseProgressSchema } from '#shared/protocol/cases-api.ts';
import { pdf } from '../../support/pictures.ts';
import {
  lastFour,
  openTempCases,
  opinionOf,
  requestOf,
  submissionIdOf,
  type TempCases,
} from '../../support/temp-cases.ts';
import { agencyInput, clerk, documentInput } from '../../support/temp-desk.ts';

let temp: TempCases;
let receipt: CaseReceipt;
const submission: Submission = requestOf(1);
const digits = lastFour(submission);
beforeEach(async () => {
  temp = await openTempCases();
  receipt = await temp.intake.submit(submission, 'online');
});
afterEach(() => temp.close());

const caseRow = () => temp.desk.db.selectFrom('cases').selectAll().executeTakeFirstOrThrow();

/** What the handling desk does: an event with its note, columns and words of the case. */
async function handle(
  kind: string,
  on: string,
  facts: Record<string, string | number>,
  change: { note?: string; columns?: Partial<CaseTable>; words?: Partial<CaseWords> } = {},
): Promise<void> {
  const { db } = temp.desk;
  const row = await caseRow();
  const key = (await keyOfCase(temp.cases.vault, row)) ?? new Uint8Array();
  const { note = '', columns = {}, words = {} } = change;
  const sealed = note === '' ? null : sealNote(temp.cases.vault, key, row.id, note);
  await db
    .insertInto('case_events')
    .values({
      case_id: row.id,
      kind,
      at: on,
      on_day: on,
      who: '经办员',
      facts_json: JSON.stringify(facts),
      sealed,
    })
    .execute();
  const before = openWords(temp.cases.vault, key, row.id, row.sealed ?? '');
  const after = sealWords(temp.cases.vault, key, row.id, { ...before, ...words });
  await db
    .updateTable('cases')
    .set({ ...columns, sealed: after })
    .where('id', '=', row.id)
    .execute();
}

const progress = () => temp.intake.progress(receipt.code, digits);

describe('progress › when it is asked for', () => {
  it('with code and digits › it explains the due date day by day', async () => {
    const told = await progress();
    expect(caseProgressSchema.parse(told)).toEqual(told);
    expect(told).toMatchObject({
      number: receipt.number,
      state: 'received',
      dueOn: '2024-05-31',
      canRate: false,
    });
    expect(told.steps).toEqual([{ on: '2024-05-06', what: 'received', note: '' }]);
    expect(told.dueExplanation[0]).toContain('期限 20 个工作日');
    expect(told.dueExplanation.at(-1)).toContain('2024-05-31');
    const english = await temp.intake.progress(receipt.code, digits, 'en');
    expect(english.dueExplanation[0]).toContain('20 working days');
  });

  it('with anything else › the answer is one and the same', async () => {
    const other = await temp.intake.submit(requestOf(2), 'online');
    const tries: readonly (readonly [string, string])[] = [
      [receipt.code, '0000'],
      [receipt.code, ''],
      [receipt.code, '**'],
      [other.code, digits],
      ['ABCD-EFGH-JKMN', digits],
      ['no code', digits],
      ['', ''],
    ];
    const answers = await Promise.all(
      tries.map(([code, four]) =>
        temp.intake.progress(code, four).catch((thrown: unknown) => String(thrown)),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['AppError: cases.not-found']));
  });

  it('the steps of the office › notes meant for the applicant are told, the others are not', async () => {
    const { id: agencyId } = await createAgency(temp.desk, agencyInput('民政局'), clerk);
    await handle('assigned', '2024-05-07', {}, { note: '内部：请小王办', columns: { agency_id: agencyId } });
    await handle('noted', '2024-05-07', {}, { note: '内部：电话说过' });
    await handle(
      'consultation-begun',
      '2024-05-08',
      { with: 'third-party', party: '甲' },
      {
        note: '内部：征求甲的意见',
        columns: { state: 'consulting', due_on: '2024-06-24' },
      },
    );
    await handle('extension-asked', '2024-05-09', { workingDays: 5 }, { note: '材料较多' });
    await handle('extended', '2024-05-09', { workingDays: 5 }, { note: '内部：同意' });
    await handle('fee-noticed', '2024-05-10', { amountFen: 12_050, payBy: '2024-05-20' });
    await handle('merged', '2024-05-10', { from: '依申请〔2024〕2号' });
    await handle('moved', '2024-05-11', { to: '水务局', contact: '电话 1' }, { note: '不归本机关掌握' });
    const told = await progress();
    expect(told.agencyName).toBe('民政局');
    expect(told.steps.slice(1)).toEqual([
      { on: '2024-05-07', what: 'assigned', note: '' },
      { on: '2024-05-08', what: 'consulting', note: '' },
      { on: '2024-05-09', what: 'extended', note: '延长 5 个工作日，理由：材料较多' },
      { on: '2024-05-10', what: 'fee', note: '应缴 120.50 元，请在 2024-05-20 前（含当日）缴纳' },
      { on: '2024-05-11', what: 'moved', note: '转送 水务局（电话 1）：不归本机关掌握' },
    ]);
    expect(JSON.stringify(told)).not.toContain('内部');
    expect(told.dueOn).toBe('2024-06-24');
  });

  it('after the reply › answer, records and the reply’s own files are there, and nothing runs any more', async () => {
    const { id: agencyId } = await createAgency(temp.desk, agencyInput('民政局'), clerk);
    const records = createRecordService(temp.desk);
    const { id: recordId, code } = await records.create(documentInput(agencyId), clerk);
    await records.approve([recordId], clerk);
    const { id } = await caseRow();
    const reply = await keepOfficeFile(temp.cases, id, { name: '答复.pdf', bytes: pdf() });
    const inner = await keepOfficeFile(temp.cases, id, { name: '内部.docx', bytes: Buffer.from('PK') });
    await handle(
      'replied',
      '2024-05-20',
      { kind: 'provided', recordIds: recordId, files: reply.id },
      {
        columns: { state: 'answered', replied_on: '2024-05-20', settled_on: '2024-05-20' },
        words: { answer: '现予公开。' },
      },
    );
    const told = await progress();
    expect(told).toMatchObject({ answer: '现予公开。', dueOn: null, dueExplanation: [], canRate: true });
    expect(told.records).toEqual([{ code: `${code}-1`, title: '关于调整公交线路的通知' }]);
    expect(told.files).toMatchObject([{ id: reply.id, name: '答复.pdf' }]);
    const file = await temp.intake.replyFile(receipt.code, digits, reply.id);
    expect(Buffer.from(file.bytes)).toEqual(pdf());
    for (const [fileId, four] of [
      [inner.id, digits],
      [reply.id, '0000'],
    ] as const) {
      await expect(temp.intake.replyFile(receipt.code, four, fileId)).rejects.toThrow('cases.');
    }
  });
});

describe('a completion › when it was asked for', () => {
  const completion = {
    submissionId: submissionIdOf(9, 'completion'),
    content: '补充：文号为 12 号',
    files: [],
  };
  const complete = () => temp.intake.complete({ ...completion, code: receipt.code, lastFour: digits });
  const ask = () =>
    handle(
      'completion-asked',
      '2024-05-08',
      { until: '2024-05-22' },
      {
        note: '请写明文号',
        columns: { state: 'completing', due_on: null },
        words: { completionWanted: '请写明文号' },
      },
    );

  it('it restarts the clock, and ten at once of it are one', async () => {
    await ask();
    expect(await progress()).toMatchObject({
      state: 'completing',
      dueOn: null,
      completionWanted: '请写明文号',
      completionUntil: '2024-05-22',
    });
    temp.tick(7 * 86_400_000);
    const answers = await Promise.all(Array.from({ length: 10 }, complete));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ state: 'accepted', dueOn: '2024-06-11', completionWanted: '' });
    expect((await caseRow()).due_on).toBe('2024-06-11');
    const again = { ...completion, submissionId: submissionIdOf(10, 'completion') };
    await expect(
      temp.intake.complete({ ...again, code: receipt.code, lastFour: digits }),
    ).rejects.toMatchObject({ code: 'cases.not-awaiting-completion' });
  });

  it('it was not › it is refused, with wrong digits as if there were no case', async () => {
    await expect(complete()).rejects.toMatchObject({ code: 'cases.not-awaiting-completion' });
    await expect(
      temp.intake.complete({ ...completion, code: receipt.code, lastFour: '0000' }),
    ).rejects.toMatchObject({ code: 'cases.not-found' });
  });
});

describe('taking back and rating', () => {
  it('when it is taken back › it is settled, and doing it again changes nothing', async () => {
    expect(await temp.intake.withdraw(receipt.code, digits)).toMatchObject({
      state: 'withdrawn',
      dueOn: null,
    });
    const { revision, settled_on } = await caseRow();
    expect(settled_on).toBe('2024-05-06');
    await temp.intake.withdraw(receipt.code, digits);
    expect((await caseRow()).revision).toBe(revision);
  });

  it('when it was answered › it cannot be taken back but rated, and the latest counts', async () => {
    await expect(temp.intake.rate(receipt.code, digits, 5, '')).rejects.toMatchObject({
      code: 'cases.not-answered',
    });
    await handle(
      'answered',
      '2024-05-09',
      {},
      { columns: { state: 'answered' }, words: { answer: '已修好' } },
    );
    await expect(temp.intake.withdraw(receipt.code, digits)).rejects.toMatchObject({ code: 'cases.settled' });
    await temp.intake.rate(receipt.code, digits, 2, '太慢');
    await temp.intake.rate(receipt.code, digits, 4, '后来好了');
    const row = await caseRow();
    expect(row.satisfaction).toBe(4);
    const key = (await keyOfCase(temp.cases.vault, row)) ?? new Uint8Array();
    expect(openWords(temp.cases.vault, key, row.id, row.sealed ?? '').satisfactionWords).toBe('后来好了');
  });

  it('an opinion from a kiosk › nobody has its receipt, and its number counts on', async () => {
    expect((await temp.intake.submit(opinionOf(1), 'kiosk')).number).toBe('意见〔2024〕1号');
  });
});
