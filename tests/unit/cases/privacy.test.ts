// What is held of a person is found, handed over and forgotten, down to the bytes of the store's files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CasePrivacy } from '#hub/cases/case-ports.ts';
import { keyOfCase, sealNote } from '#hub/cases/case-words.ts';
import { createCasePrivacy } from '#hub/cases/privacy/case-privacy.ts';
import type { Submission } from '#shared/protocol/cases-api.ts';
import { jpeg } from '../../support/pictures.ts';
import {
  idNumberOf,
  lastFour,
  openTempCases,
  opinionOf,
  personOf,
  requestOf,
  submissionIdOf,
  type TempCases,
} from '../../support/temp-cases.ts';
import { clerk } from '../../support/temp-desk.ts';

let temp: TempCases;
let privacy: CasePrivacy;
beforeEach(async () => {
  temp = await openTempCases();
  privacy = createCasePrivacy(temp.cases);
});
afterEach(() => temp.close());

const allCases = () => temp.desk.db.selectFrom('cases').selectAll().orderBy('id').execute();
const trail = () => temp.desk.db.selectFrom('audit_entries').selectAll().execute();
const nobody = { name: '', idNumber: '', phone: '' };

async function uploadPicture(index: number): Promise<string> {
  const uploadId = submissionIdOf(index, 'upload');
  const bytes = jpeg();
  await temp.intake.openUpload({ uploadId, name: `身份证${index}.jpg`, bytes: bytes.length });
  await temp.intake.addPiece(uploadId, 0, bytes);
  return uploadId;
}

/** A case with everything that can hang on one: a file, a note, a paper. */
async function fullCase(index: number, changes: Partial<Submission> = {}): Promise<string> {
  const files = [await uploadPicture(index)];
  const receipt = await temp.intake.submit(requestOf(index, { files, ...changes }), 'online');
  const { db } = temp.desk;
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('number', '=', receipt.number)
    .executeTakeFirstOrThrow();
  const key = (await keyOfCase(temp.cases.vault, row)) ?? new Uint8Array();
  const sealed = sealNote(temp.cases.vault, key, row.id, `致电李测${index}`);
  const common = { case_id: row.id, who: '经办员', sealed };
  await db
    .insertInto('case_events')
    .values({ ...common, kind: 'noted', at: '2024-05-07', on_day: '2024-05-07', facts_json: '{}' })
    .execute();
  await db
    .insertInto('case_papers')
    .values({ ...common, id: `p${index}`, kind: 'receipt', number: '1', made_at: '2024-05-07' })
    .execute();
  return row.id;
}

/** Whether any piece of a text is there: a long row is cut over several pages. */
function holdsPiece(bytes: Buffer, text: string): boolean {
  for (let at = 0; at + 24 <= text.length; at += 8) if (bytes.includes(text.slice(at, at + 24))) return true;
  return false;
}

/** Every byte of every file of the store, its log and the files of cases. */
function rawBytes(): Buffer {
  const names = readdirSync(temp.dir).filter(
    (name) => name.startsWith('store.sqlite') && !name.endsWith('-shm'),
  );
  const stores = names.map((name) => join(temp.dir, name));
  const files = readdirSync(temp.cases.filesDir).map((name) => join(temp.cases.filesDir, name));
  return Buffer.concat([...stores, ...files].map((path) => readFileSync(path)));
}

describe('finding a person', () => {
  it('by number, or by phone with name › every case of theirs is found, and the search leaves no name', async () => {
    await temp.intake.submit(requestOf(1), 'online');
    await temp.intake.submit(
      opinionOf(2, { applicant: personOf(1, { idKind: '', idNumber: '', name: '李测1' }) }),
      'online',
    );
    await temp.intake.submit(requestOf(3), 'online');
    const { idNumber, phone, name } = personOf(1);
    const numbers = async (query: Partial<typeof nobody>) =>
      (await privacy.find({ ...nobody, ...query }, clerk)).map(({ number }) => number);
    expect(await numbers({ idNumber: ` ${idNumber.toLowerCase()} ` })).toEqual(['依申请〔2024〕1号']);
    expect(await numbers({ phone: `+86 ${phone}` })).toEqual(['依申请〔2024〕1号', '意见〔2024〕1号']);
    expect(await numbers({ idNumber, phone, name })).toHaveLength(2);
    expect(await numbers({ phone, name: '王五' })).toEqual([]);
    await expect(privacy.find({ ...nobody, name }, clerk)).rejects.toMatchObject({
      code: 'cases.person-needed',
    });
    const told = JSON.stringify(await trail());
    expect(told).toContain('case.find');
    for (const secret of [idNumber, phone, name]) expect(told).not.toContain(secret);
  });
});

describe('exporting', () => {
  it('it hands over everything that was written, with the files', async () => {
    const id = await fullCase(1);
    const archive = unzipSync(await privacy.export([id], clerk));
    const picture = Object.keys(archive).find((name) => name.endsWith('.jpg')) ?? '';
    expect(Buffer.from(archive[picture] ?? []).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const document = JSON.parse(Buffer.from(archive['personal-data.json'] ?? []).toString());
    expect(document.cases[0].words.applicant).toEqual(personOf(1));
    expect(document.cases[0].events.map(({ note }: { note: string }) => note)).toContain('致电李测1');
    expect(document.cases[0].papers).toMatchObject([{ words: '致电李测1' }]);
    expect(document.cases[0].files).toMatchObject([{ path: picture, from: 'applicant' }]);
    expect(JSON.stringify(document)).not.toContain('digest');
    expect(JSON.stringify(await trail())).not.toContain('李测');
    await expect(privacy.export(['nothing'], clerk)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('erasing', () => {
  it('it leaves the row and nothing of the person in store, log, free pages and files', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      // Words of many lengths move rows from page to page, which leaves copies where they lay.
      const content = `查询第 ${index} 号`.repeat(1 + ((index * 37) % 300));
      ids.push(await fullCase(index, { content }));
    }
    const before = await allCases();
    const files = await temp.desk.db.selectFrom('case_files').selectAll().execute();
    for (const { id, sealed } of before)
      await temp.desk.db
        .updateTable('cases')
        .set({ sealed: `${sealed}` })
        .where('id', '=', id)
        .execute();
    const gone = new Set(ids.filter((_, at) => at % 2 === 0));
    const secrets = [
      ...before.filter(({ id }) => gone.has(id)),
      ...files.filter(({ case_id }) => gone.has(case_id ?? '')),
    ].flatMap(({ wrapped_key }) => wrapped_key ?? []);
    expect(secrets).toHaveLength(40);
    expect(secrets.filter((secret) => !holdsPiece(rawBytes(), secret))).toEqual([]);

    expect(await privacy.erase([...gone], clerk, '本人要求')).toEqual({ erased: 20 });

    const raw = rawBytes();
    const found = secrets.filter((secret) => holdsPiece(raw, secret));
    expect(found).toEqual([]);
    expect(statSync(join(temp.dir, 'store.sqlite-wal')).size).toBe(0);
    for (const row of before) {
      const person = raw.includes(row.person_digest ?? '');
      const words = holdsPiece(raw, row.sealed ?? '');
      expect([row.id, person, words]).toEqual([row.id, !gone.has(row.id), !gone.has(row.id)]);
    }
    const after = await allCases();
    expect(after).toHaveLength(40);
    expect(after.filter(({ erased_at }) => erased_at !== null)).toHaveLength(20);
    expect(readdirSync(temp.cases.filesDir)).toHaveLength(20);
    expect(temp.store.checkIntegrity()).toEqual([]);
    // What stays, stays readable; and what belongs together still does.
    const kept = requestOf(1);
    const receipt = await temp.intake.submit(kept, 'online');
    expect(await temp.intake.progress(receipt.code, lastFour(kept))).toMatchObject({
      number: receipt.number,
    });
    const orphan = temp.desk.db
      .insertInto('case_submissions')
      .values({ submission_id: 'x', case_id: 'none', at: '' });
    await expect(orphan.execute()).rejects.toThrow(/FOREIGN KEY/u);
  });

  it('an erased case › its code opens nothing, a repeat makes no new one, and its events stay', async () => {
    const id = await fullCase(1);
    const receipt = await temp.intake.submit(requestOf(1), 'online');
    await privacy.erase([id], clerk, '本人要求');
    await expect(temp.intake.progress(receipt.code, lastFour(requestOf(1)))).rejects.toMatchObject({
      code: 'cases.not-found',
    });
    expect((await temp.intake.submit(requestOf(1), 'online')).number).toBe(receipt.number);
    expect(await allCases()).toHaveLength(1);
    const events = await temp.desk.db.selectFrom('case_events').selectAll().execute();
    expect(events.map(({ kind, sealed }) => [kind, sealed])).toEqual([
      ['received', null],
      ['noted', null],
    ]);
    expect(await privacy.erase([id], clerk, '本人要求')).toEqual({ erased: 0 });
  });

  it('a reason that names somebody › it is refused, because the trail is never erased', async () => {
    const id = await fullCase(1);
    for (const reason of ['李测1 要求', '应李 测1要求', `身份证 ${idNumberOf(1)}`, '电话 13912345678']) {
      await expect(privacy.erase([id], clerk, reason)).rejects.toMatchObject({
        code: 'cases.reason-personal',
      });
    }
    expect((await allCases())[0]?.erased_at).toBeNull();
  });

  it('a store restored from before › the daily work forgets again what was forgotten', async () => {
    const id = await fullCase(1);
    const [before] = await allCases();
    await privacy.erase([id], clerk, '本人要求');
    const { wrapped_key, sealed } = before ?? { wrapped_key: null, sealed: null };
    await temp.desk.db
      .updateTable('cases')
      .set({ wrapped_key, sealed, erased_at: null })
      .where('id', '=', id)
      .execute();
    expect(await privacy.retain()).toEqual({ erased: 1 });
    expect((await allCases())[0]).toMatchObject({ wrapped_key: null, sealed: null });
  });
});

describe('the retention rule', () => {
  it('when a settled case has been kept for its months › it is erased on the day after, by kind', async () => {
    const settle = async (submission: Submission) => {
      const { number } = await temp.intake.submit(submission, 'online');
      await temp.desk.db
        .updateTable('cases')
        .set({ settled_on: '2024-05-06' })
        .where('number', '=', number)
        .execute();
    };
    await settle(requestOf(1));
    await settle(opinionOf(2));
    await temp.intake.submit(opinionOf(3), 'online');
    const erasedKinds = async () =>
      (await allCases()).filter(({ erased_at }) => erased_at !== null).map(({ kind }) => kind);
    const dayMs = 86_400_000;
    temp.tick(Date.UTC(2026, 4, 6) - Date.UTC(2024, 4, 6));
    expect(await privacy.retain()).toEqual({ erased: 0 });
    temp.tick(dayMs);
    expect(await privacy.retain()).toEqual({ erased: 1 });
    expect(await erasedKinds()).toEqual(['opinion']);
    temp.tick(Date.UTC(2034, 4, 6) - Date.UTC(2026, 4, 6));
    expect(await privacy.retain()).toEqual({ erased: 1 });
    expect((await erasedKinds()).sort()).toEqual(['opinion', 'request']);
    const entries = (await trail()).filter(({ action }) => action === 'case.retention');
    expect(entries.map(({ who }) => who)).toEqual(['', '']);
  });
});
