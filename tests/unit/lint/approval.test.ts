// From saving to approval: what is found holds a version until a person has answered it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import type { RecordService } from '#hub/http/hub-services.ts';
import type { LinkAsker } from '#hub/lint/check-links.ts';
import { checkOnSave } from '#hub/lint/checked-records.ts';
import { createLintService, type LintService } from '#hub/lint/lint-service.ts';
import { paragraph, writeWord } from '#tests/support/lint/write-word.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

const leak = '<p>联系人张建国，手机13812345678。</p>';
const answering: LinkAsker = {
  ask: async (url) => ({ status: url.hostname === 'gone.gov.cn' ? 404 : 200, location: null }),
  pause: async () => {},
  now: () => 0,
};

let temp: TempDesk;
let lint: LintService;
let records: RecordService;
let agencyId: string;

beforeEach(async () => {
  temp = await openTempDesk();
  lint = createLintService(temp.desk, () => {}, { links: answering });
  records = checkOnSave(createRecordService(temp.desk), lint);
  agencyId = (await createAgency(temp.desk, agencyInput('河湾区水务局'), clerk)).id;
});
afterEach(async () => {
  await lint.close();
  await temp.close();
});

const save = (changes: Parameters<typeof documentInput>[1]) =>
  records.create(documentInput(agencyId, { publishedOn: '2024-03-02', ...changes }), clerk);
const openFindings = async (id: string) =>
  (await lint.check(id, { links: false })).findings.filter(({ severity }) => severity === 'must-answer');

describe('approving › when something was found', () => {
  it('it is refused with `lint.unanswered` until each finding is answered', async () => {
    const { id } = await save({ bodyHtml: leak });
    expect((await records.approve([id], clerk)).skipped).toMatchObject([{ id, code: 'lint.unanswered' }]);
    const [finding] = await openFindings(id);
    const reason = '本人同意公开';
    await lint.answer(id, { version: 1, ids: [finding?.id ?? ''], answer: 'intended', reason }, clerk);
    expect(await records.approve([id], clerk)).toMatchObject({ done: 1, skipped: [] });
  });

  it('hints alone › it passes', async () => {
    const { id } = await save({ bodyHtml: '<p>邮箱 abc@qq.com</p>' });
    expect(await records.approve([id], clerk)).toMatchObject({ done: 1 });
    expect((await lint.findings(id)).findings.map(({ rule }) => rule)).toContain('private-email');
  });

  it('in an attachment › it is held too, and a broken file is a finding', async () => {
    const sha256 = await temp.desk.attachments.put(
      writeWord({ body: [paragraph('正文')], comment: '这段先不公开，等请示' }),
    );
    const broken = await temp.desk.attachments.put(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]));
    const file = { mediaType: 'application/octet-stream', bytes: 6 };
    const { id } = await save({
      attachments: [
        { sha256, name: '说明.docx', ...file },
        { sha256: broken, name: '坏的.docx', ...file },
      ],
    });
    expect((await records.approve([id], clerk)).skipped).toMatchObject([{ code: 'lint.unanswered' }]);
    const found = await openFindings(id);
    expect(found.map(({ rule, place }) => [rule, place.file])).toEqual([
      ['comment', '说明.docx'],
      ['unreadable-file', '坏的.docx'],
    ]);
  });
});

describe('answers › when versions follow', () => {
  it('an answer holds for the next version, and what is gone counts as mended by who wrote it', async () => {
    const { id } = await save({ bodyHtml: `${leak}<p>身份证号11010519491231002X</p>` });
    const found = await openFindings(id);
    const phone = found.find(({ rule }) => rule === 'mobile-phone');
    await lint.answer(id, { version: 1, ids: [phone?.id ?? ''], answer: 'false-alarm', reason: '' }, clerk);
    await records.update(id, documentInput(agencyId, { bodyHtml: `<p>前言</p>${leak}` }), 1, clerk);
    const view = await lint.check(id, { links: false });
    expect(view).toMatchObject({ version: 2, open: 0 });
    expect(view.mended).toMatchObject([{ rule: 'id-number', answer: { answer: 'mended', version: 2 } }]);
  });

  it('mended, and still there › it refuses', async () => {
    const { id } = await save({ bodyHtml: leak });
    const [finding] = await openFindings(id);
    const answer = { version: 1, ids: [finding?.id ?? ''], answer: 'mended' as const, reason: '' };
    await expect(lint.answer(id, answer, clerk)).rejects.toMatchObject({ code: 'lint.still-there' });
  });

  it('intended without a reason, or by another agency › it refuses', async () => {
    const { id } = await save({ bodyHtml: leak });
    const [finding] = await openFindings(id);
    const answer = { version: 1, ids: [finding?.id ?? ''], answer: 'intended' as const, reason: '' };
    await expect(lint.answer(id, answer, clerk)).rejects.toMatchObject({ code: 'lint.needs-reason' });
    const stranger = { ...clerk, agencyId: 'a-other' };
    await expect(lint.answer(id, { ...answer, reason: '公示' }, stranger)).rejects.toMatchObject({
      code: 'workflow.foreign-agency',
    });
  });
});

describe('the header › when it cannot be right', () => {
  it('a date after publication, one in the future and a number used twice are found', async () => {
    const first = await save({ indexNo: 'A1/2024-0001' });
    const second = await save({ title: '另一份通知', indexNo: 'a1/2024-0001', date: '2031-01-01' });
    expect(await openFindings(first.id)).toMatchObject([{ rule: 'index-duplicate' }]);
    const rules = (await openFindings(second.id)).map(({ rule }) => rule);
    expect(rules.sort()).toEqual(['date-order', 'future-date', 'index-duplicate']);
  });
});

describe('links › when asked for', () => {
  it('a dead one is found, and stays found when the rest is checked again', async () => {
    const { id } = await save({
      bodyHtml: '<p><a href="https://gone.gov.cn/a">旧址</a> <a href="https://www.gov.cn/">网站</a></p>',
    });
    expect((await lint.check(id, { links: true })).findings).toMatchObject([{ rule: 'dead-link' }, {}]);
    expect((await openFindings(id)).map(({ rule }) => rule)).toEqual(['dead-link']);
  });
});

describe('the list of what waits, and the review sheet', () => {
  it('a record is listed until answered, and the sheet tells every answer', async () => {
    const { id } = await save({ bodyHtml: leak, docNo: '河水〔2024〕3号' });
    const [finding] = await openFindings(id);
    expect(await lint.waiting({ limit: 50 }, clerk)).toMatchObject({
      total: 1,
      records: [{ id, open: 1, rules: ['mobile-phone'] }],
    });
    expect(await lint.waiting({ limit: 50 }, { ...clerk, agencyId: 'a-other' })).toMatchObject({ total: 0 });
    await lint.answer(
      id,
      { version: 1, ids: [finding?.id ?? ''], answer: 'intended', reason: '公示' },
      clerk,
    );
    expect(await lint.waiting({ limit: 50 }, clerk)).toMatchObject({ total: 0 });
    await records.approve([id], clerk);
    expect(await lint.sheet(id, null)).toMatchObject({
      agencyName: '河湾区水务局',
      isOfficialDocument: true,
      mode: 'proactive',
      intendedOn: '2024-03-02',
      maker: { name: clerk.name },
      approver: { name: clerk.name },
      check: { findings: 1, open: 0, answered: [{ rule: 'mobile-phone', answer: { reason: '公示' } }] },
    });
  });
});
