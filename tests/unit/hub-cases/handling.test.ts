// The handling desk: whole courses of cases, who may do what, two people at once, and what is put on record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendarService } from '#hub/calendar/calendar-service.ts';
import type { Actor } from '#hub/http/actor.ts';
import type { CaseAct } from '#shared/protocol/case-desk-api.ts';
import { caseDetailSchema, caseListSchema, caseQuerySchema } from '#shared/protocol/case-desk-api.ts';
import { type CasesDesk, openCasesDesk, submission, zhang } from '../../support/case-desk.ts';
import { codeOf } from '../../support/error-code.ts';

let desk: CasesDesk;
beforeAll(async () => {
  desk = await openCasesDesk();
  desk.on('2024-03-04');
});
afterAll(() => desk.close());

const list = (query: Record<string, unknown> = {}, actor: Actor = desk.clerk) =>
  desk.handling.list(caseQuerySchema.parse(query), actor);
const assigned = async (id: string, handler = desk.clerk) =>
  desk.act(id, { act: 'assign', agencyId: desk.agencyId, handler: handler.accountId, note: '' });
const refusal: CaseAct = {
  ...{ act: 'reply', on: '2024-03-04', kind: 'refused', ground: 'process', text: '不予公开。' },
  ...{ leftOut: '', recordIds: [], files: [] },
};
const provided: CaseAct = { ...refusal, kind: 'provided', ground: null, text: '现予公开。' };

describe('an application › from receipt to a partial reply', () => {
  it('each step moves state and due date as the regulation says, and names its day', async () => {
    desk.on('2024-03-04');
    const id = await desk.submit({}, 'online');
    const first = await desk.handling.detail(id, desk.clerk);
    expect(first).toMatchObject({ state: 'received', faults: ['not-confirmed'], dueOn: '2024-04-01' });
    expect(first.dueExplanation.join('\n')).toContain('个工作日');
    const english = await desk.handling.detail(id, desk.clerk, 'en');
    expect(english.dueExplanation.join('\n')).toContain('20 working days');
    desk.on('2024-03-06');
    const confirmed = await desk.act(id, { act: 'confirm', on: '2024-03-06', note: '电话确认' });
    expect(confirmed).toMatchObject({
      state: 'accepted',
      receivedOn: '2024-03-06',
      dueOn: '2024-04-03',
      faults: [],
    });
    await assigned(id);
    const asked = await desk.act(id, {
      ...{ act: 'ask-completion', on: '2024-03-06', wanted: '请写明工程名称。', until: '2024-03-27' },
    });
    expect(asked).toMatchObject({ state: 'completing', dueOn: null, clockState: 'awaiting-completion' });
    desk.on('2024-03-11');
    const completed = await desk.act(id, { act: 'complete', on: '2024-03-11', content: '春晖路改造工程。' });
    expect(completed).toMatchObject({ state: 'accepted', dueOn: '2024-04-09' });
    const consulting = await desk.act(id, {
      ...{ act: 'consult', on: '2024-03-11', with: 'third-party', party: '李四平' },
      ...{ question: '是否同意公开投标文件？', reachedOn: '2024-03-12' },
    });
    expect(consulting.consultations).toEqual([
      expect.objectContaining({ party: '李四平', answerDue: '2024-04-02', answeredOn: null }),
    ]);
    desk.on('2024-03-18');
    const consulted = await desk.act(id, {
      ...{ act: 'consulted', on: '2024-03-18', party: '李四平', opinion: 'objects', note: '商业秘密' },
    });
    expect(consulted).toMatchObject({ state: 'accepted', dueOn: '2024-04-16' });
    await desk.act(id, { act: 'ask-extension', workingDays: 10, reason: '需要逐页区分' });
    expect((await list({ state: 'to-decide' }, desk.head)).rows.map((row) => row.id)).toContain(id);
    const extended = await desk.act(
      id,
      { act: 'decide-extension', on: '2024-03-18', isApproved: true, note: '' },
      desk.head,
    );
    expect(extended).toMatchObject({ dueOn: '2024-04-29', isOpen: false });
    const partial: CaseAct = { ...refusal, on: '2024-03-18', kind: 'partial', leftOut: '第三方报价' };
    const replied = await desk.act(id, partial, desk.head);
    expect(replied).toMatchObject({ state: 'answered', replyKind: 'partial', repliedOn: '2024-03-18' });
    const full = await desk.handling.detail(id, desk.clerk);
    expect(caseDetailSchema.parse(full).events.map(({ kind }) => kind)).toEqual([
      ...['received', 'confirmed', 'assigned', 'completion-asked', 'completed', 'consultation-begun'],
      ...['consultation-answered', 'extension-asked', 'extended', 'replied'],
    ]);
    expect(full.dueExplanation[0]).toContain('延长 10 个工作日');
    await desk.act(id, { act: 'deliver', on: '2024-03-18', route: '当面领取' });
    const closed = await desk.act(id, { act: 'close', on: '2024-03-18' });
    expect(closed.state).toBe('closed');
  });
});

describe('an act › when it is not possible', () => {
  it.each<[string, CaseAct[], CaseAct, string]>([
    [
      'before receipt is confirmed',
      [],
      { act: 'ask-completion', on: '2024-03-04', wanted: 'x', until: '2024-03-20' },
      'cases.unconfirmed',
    ],
    ['on a day that has not come', [], { act: 'confirm', on: '2024-03-05', note: '' }, 'cases.day-ahead'],
    ['on a day before it came', [], { act: 'confirm', on: '2024-03-01', note: '' }, 'cases.day-early'],
    [
      'as silence before its time',
      [
        { act: 'confirm', on: '2024-03-04', note: '' },
        {
          act: 'consult',
          on: '2024-03-04',
          with: 'joint-agency',
          party: '住建局',
          question: '',
          reachedOn: null,
        },
      ],
      { act: 'consulted', on: '2024-03-04', party: '住建局', opinion: 'silent', note: '' },
      'cases.not-silent-yet',
    ],
    [
      'as the answer of who was not asked',
      [
        { act: 'confirm', on: '2024-03-04', note: '' },
        {
          act: 'consult',
          on: '2024-03-04',
          with: 'joint-agency',
          party: '住建局',
          question: '',
          reachedOn: null,
        },
      ],
      { act: 'consulted', on: '2024-03-04', party: '财政局', opinion: 'agrees', note: '' },
      'cases.party-unknown',
    ],
    [
      'as a second completion',
      [
        { act: 'confirm', on: '2024-03-04', note: '' },
        { act: 'ask-completion', on: '2024-03-04', wanted: 'x', until: '2024-03-20' },
        { act: 'complete', on: '2024-03-04', content: 'y' },
      ],
      { act: 'ask-completion', on: '2024-03-04', wanted: 'x', until: '2024-03-20' },
      'cases.completion-once',
    ],
    [
      'as a reply that says completion was missed',
      [],
      { ...provided, kind: 'not-completed' } as CaseAct,
      'cases.reply-not-open',
    ],
    ['after it was settled', [{ act: 'withdraw', on: '2024-03-04', note: '' }], provided, 'cases.act-closed'],
    [
      'as an answer to an application',
      [],
      { act: 'answer', on: '2024-03-04', text: 'x', outcome: 'done' },
      'cases.act-closed',
    ],
    [
      'as publication without consent',
      [provided],
      { act: 'publish', title: 'x', question: 'y', answer: 'z' },
      'cases.no-consent',
    ],
  ])('%s › it is refused, saying why, and nothing is written', async (_, before, act, code) => {
    desk.on('2024-03-04');
    const id = await desk.submit({}, 'online');
    for (const one of before) await desk.act(id, one);
    const then = await desk.handling.detail(id, desk.clerk);
    expect(await codeOf(desk.act(id, act))).toBe(code);
    const now = await desk.handling.detail(id, desk.clerk);
    expect([now.revision, now.events.length]).toEqual([then.revision, then.events.length]);
  });
});

describe('a draft of a reply › from the handler to the head and back', () => {
  const { act: _act, on: _on, ...words } = refusal as Extract<CaseAct, { act: 'reply' }>;
  const draft: CaseAct = { act: 'draft-reply', ...words };
  const decide = (isApproved: boolean, note = ''): CaseAct => ({ act: 'decide-draft', isApproved, note });
  const send: CaseAct = { act: 'send-draft', on: '2024-03-04' };

  it('the head sees it masked, returns it with an opinion, and only what was approved is given', async () => {
    const id = await desk.submit();
    await assigned(id);
    const text = '张晓梅（13912345678）：不予公开。';
    const drafted = await desk.act(id, { ...draft, text } as CaseAct);
    expect(drafted.draft).toMatchObject({ kind: 'refused', ground: 'process', state: 'waiting', text });
    expect(drafted.answer).toBe('');
    const seen = await desk.handling.detail(id, desk.head);
    expect(seen.draft?.text).toContain('不予公开');
    expect(seen.draft?.text).not.toContain('张晓梅');
    expect(seen.draft?.text).not.toContain('13912345678');
    expect((await list({ state: 'to-decide' }, desk.head)).rows.map((row) => row.id)).toContain(id);
    expect(await codeOf(desk.act(id, send))).toBe('cases.act-closed');
    expect(await codeOf(desk.act(id, decide(true)))).toBe('http.not-permitted');
    expect(await codeOf(desk.act(id, decide(false), desk.head))).toBe('cases.opinion-missing');
    const returned = await desk.act(id, decide(false, '请写明依据的条款。'), desk.head);
    expect(returned.draft).toMatchObject({ state: 'returned', opinion: '请写明依据的条款。' });
    expect((await list({ state: 'to-decide' }, desk.head)).rows.map((row) => row.id)).not.toContain(id);
    expect(await codeOf(desk.act(id, send))).toBe('cases.act-closed');
    await desk.act(id, { ...draft, text: '依据第十六条第二款，不予公开。' } as CaseAct);
    await desk.act(id, decide(true, '同意。'), desk.head);
    const replied = await desk.act(id, send);
    expect(replied).toMatchObject({
      ...{ state: 'answered', replyKind: 'refused', draft: null },
      answer: '依据第十六条第二款，不予公开。',
    });
    const told = replied.events.filter(({ kind }) => kind.includes('draft') || kind === 'replied');
    expect(told.map(({ kind, who, note }) => [kind, who === desk.head.name, note])).toEqual([
      ['reply-drafted', false, text],
      ['draft-returned', true, '请写明依据的条款。'],
      ['reply-drafted', false, '依据第十六条第二款，不予公开。'],
      ['draft-approved', true, '同意。'],
      ['replied', false, '依据第十六条第二款，不予公开。'],
    ]);
  });

  it('a draft that is changed after approval is to be approved again, and nobody approves their own', async () => {
    const both = await desk.hire('drafts', ['publisher', 'approver']);
    const id = await desk.submit();
    await assigned(id);
    await desk.act(id, draft, both);
    expect(await codeOf(desk.act(id, decide(true), both))).toBe('cases.own-decision');
    await desk.act(id, decide(true), desk.head);
    await desk.act(id, { ...draft, text: '改了。' } as CaseAct);
    expect(await codeOf(desk.act(id, send))).toBe('cases.act-closed');
  });

  it('where the office asks for approval of more kinds, the handler gives those by a draft only', async () => {
    const admin = await desk.hire('office', ['administrator']);
    const settings = await desk.handling.settings();
    await desk.handling.saveSettings({ ...settings, approvedReplies: ['not-held'] }, admin);
    const id = await desk.submit();
    await assigned(id);
    const absent = { ...refusal, kind: 'not-held', ground: null, text: '本机关没有。' } as CaseAct;
    expect(await codeOf(desk.act(id, absent))).toBe('cases.needs-approval');
    expect((await desk.handling.detail(id, desk.clerk)).approvedReplies).toContain('not-held');
    await desk.act(id, { ...absent, act: 'draft-reply' } as CaseAct);
    await desk.act(id, decide(true), desk.head);
    expect((await desk.act(id, send)).replyKind).toBe('not-held');
    await desk.handling.saveSettings(settings, admin);
  });
});

describe('a reply that refuses › when somebody gives it', () => {
  it('the handler cannot, nor can somebody who may not decide; a head who does not handle it can', async () => {
    const id = await desk.submit();
    expect(await codeOf(desk.act(id, refusal))).toBe('http.not-permitted');
    expect(await codeOf(desk.act(id, refusal, desk.head))).toBe('cases.no-handler');
    const both = await desk.hire('both', ['publisher', 'approver']);
    await assigned(id, both);
    expect(await codeOf(desk.act(id, refusal, both))).toBe('cases.own-decision');
    expect((await desk.act(id, refusal, desk.head)).replyKind).toBe('refused');
  });

  it('it names a ground, and a partial one what is left out', async () => {
    const id = await desk.submit();
    await assigned(id);
    const without = { ...refusal, ground: null } as CaseAct;
    expect(await codeOf(desk.act(id, without, desk.head))).toBe('cases.ground-missing');
    const partial = { ...refusal, kind: 'partial' } as CaseAct;
    expect(await codeOf(desk.act(id, partial, desk.head))).toBe('cases.left-out-missing');
  });

  it('who asked for an extension does not decide it', async () => {
    const both = await desk.hire('both-too', ['publisher', 'approver']);
    const id = await desk.submit();
    await desk.act(id, { act: 'ask-extension', workingDays: 5, reason: '量大' }, both);
    const decide: CaseAct = { act: 'decide-extension', on: '2024-03-04', isApproved: true, note: '' };
    expect(await codeOf(desk.act(id, decide, both))).toBe('cases.own-decision');
    expect((await desk.act(id, { ...decide, isApproved: false }, desk.head)).state).toBe('received');
    expect((await desk.act(id, { act: 'ask-extension', workingDays: 5, reason: '再请' })).acts).not.toContain(
      'ask-extension',
    );
  });
});

describe('two people on one case › when the second comes with what was', () => {
  it('it is a conflict that names the first, and what the first did stands alone', async () => {
    const id = await desk.submit();
    const { revision } = await desk.handling.detail(id, desk.clerk);
    const note = (words: string): CaseAct => ({ act: 'note', note: words });
    const other = await desk.hire('other', ['contributor'], desk.agencyId);
    const outcomes = await Promise.allSettled([
      desk.handling.act(id, revision, note('先'), desk.clerk),
      desk.handling.act(id, revision, note('后'), other),
    ]);
    const failed = outcomes.find((one) => one.status === 'rejected');
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(failed?.reason).toMatchObject({ code: 'store.conflict' });
    const notes = (await desk.handling.detail(id, desk.clerk)).events.filter(({ kind }) => kind === 'noted');
    expect(notes).toHaveLength(1);
  });
});

describe('names › when somebody opens a case', () => {
  it('who handles cases sees them and is on record; others see stars', async () => {
    const id = await desk.submit({ content: '申请人张晓梅，电话13912345678，要求公开。' });
    const before = (await desk.acts()).length;
    const open = await desk.handling.detail(id, desk.clerk);
    expect(open).toMatchObject({ isOpen: true, applicant: { name: '张晓梅', phone: '13912345678' } });
    expect((await desk.acts()).slice(before)).toEqual(['case.view']);
    const masked = await desk.handling.detail(id, desk.auditor);
    expect(masked).toMatchObject({ isOpen: false, applicant: { name: '张**', phone: '***' }, acts: [] });
    expect(JSON.stringify(masked)).not.toMatch(/张晓梅|13912345678|春晖路18号|11010519491231002X/u);
    expect((await desk.acts()).length).toBe(before + 1);
    const [row] = (await list({ number: open.number })).rows;
    expect(JSON.stringify(row)).not.toMatch(/张晓梅|13912345678/u);
    expect(row?.maskedName).toBe('张**');
  });

  it('somebody of another agency does not learn that there is such a case', async () => {
    const id = await desk.submit();
    const foreign = await desk.hire('foreign', ['publisher'], desk.otherAgencyId);
    expect(await codeOf(desk.handling.detail(id, foreign))).toBe('not-found');
    expect(await codeOf(desk.act(id, { act: 'note', note: 'x' }, foreign))).toBe('not-found');
    expect((await list({}, foreign)).total).toBe(0);
  });

  it('the trail names a case by its number and act, and nobody of it', async () => {
    const id = await desk.submit();
    await desk.act(id, { act: 'note', note: '张晓梅来电 13912345678' });
    await desk.act(id, { ...provided, text: '给张晓梅' } as CaseAct);
    await desk.act(id, { act: 'deliver', on: '2024-03-04', route: '张晓梅本人签收' });
    const rows = await desk.desk.db.selectFrom('audit_entries').selectAll().execute();
    const trail = JSON.stringify(rows.filter(({ action }) => action.startsWith('case.')));
    expect(trail).toContain('"act');
    expect(trail).not.toMatch(/张晓梅|13912345678|李四平/u);
    const facts = await desk.desk.db.selectFrom('case_events').select('facts_json').execute();
    expect(JSON.stringify(facts)).not.toMatch(/李四平|张晓梅/u);
  });
});

describe('cases that are likely the same › when one is merged into the other', () => {
  it('they find each other by person and by words, and both sides show it', async () => {
    const words = '要求公开二〇二三年垃圾清运合同';
    const first = await desk.submit({ content: words });
    const other = { ...zhang, name: '王大力', idNumber: '110105194912310038' };
    const second = await desk.submit({ content: `${words}。` });
    const third = await desk.submit({ content: words, applicant: { ...other, idKind: 'other' } });
    const likely = (await desk.handling.detail(first, desk.clerk)).likely;
    expect(likely.find(({ id }) => id === second)?.why).toBe('both');
    expect(likely.find(({ id }) => id === third)?.why).toBe('text');
    expect(await codeOf(desk.act(first, { act: 'merge', into: first, reason: '' }))).toBe(
      'cases.merge-unfit',
    );
    const merged = await desk.act(second, { act: 'merge', into: first, reason: '同一申请' });
    const target = await desk.handling.detail(first, desk.clerk);
    expect(merged.state).toBe('merged');
    expect(merged.events.at(-1)?.facts.into).toBe(target.number);
    expect(target.events.at(-1)).toMatchObject({ kind: 'merged', facts: { from: merged.number } });
    expect(target.state).toBe('received');
    const reopened = await desk.act(second, { act: 'reopen', reason: '并错了' });
    expect(reopened.state).toBe('accepted');
  });
});

describe('what becomes public of a case › when the text names somebody', () => {
  const question = { kind: 'question', mayPublish: true, content: '老年卡怎么办？' } as const;
  it.each([
    ['a phone', '请拨13912345678'],
    ['an identity number', '证件110105194912310021'.replace('110105194912310021', '11010519491231002X')],
    ['a name', '姓名：王大力'],
    ['the applicant’s own name', '张晓梅的问题'],
  ])('%s › it is refused; without it, it is published and can be taken back', async (_, answer) => {
    const id = await desk.submit({ ...question });
    await desk.act(id, { act: 'answer', on: '2024-03-04', text: '到窗口办理。', outcome: 'done' });
    const act: CaseAct = { act: 'publish', title: '老年卡', question: '怎么办？', answer };
    expect(await codeOf(desk.act(id, act))).toBe('cases.personal-found');
    const published = await desk.act(id, { ...act, answer: '到窗口办理。' });
    expect(published.published).toEqual({ title: '老年卡', question: '怎么办？', answer: '到窗口办理。' });
    const taken = await desk.act(id, { act: 'unpublish', reason: '过时' });
    expect(taken.published).toBeNull();
  });

  it('made into content it is a draft of the case’s agency, once', async () => {
    const id = await desk.submit({ ...question });
    await desk.act(id, { act: 'answer', on: '2024-03-04', text: '到窗口办理。', outcome: 'done' });
    const act: CaseAct = {
      act: 'make-content',
      title: '老年卡办理说明',
      body: '第一步。\n<b>第二步</b>。',
      nodeId: null,
    };
    const made = await desk.act(id, act);
    const record = await desk.records.detail(made.contentRecordId ?? '');
    expect(record).toMatchObject({
      state: 'draft',
      content: { title: '老年卡办理说明', agencyId: desk.agencyId },
    });
    expect(record.content.bodyHtml).toContain('&lt;b&gt;');
    expect(made.acts).not.toContain('make-content');
    expect(await codeOf(desk.act(id, act))).toBe('cases.act-closed');
  });
});

describe('an opinion › from receipt to what came of it', () => {
  it('answered, rectified and taken up again, its outcome is the last one said', async () => {
    desk.on('2024-03-04');
    const id = await desk.submit({ kind: 'opinion', applicant: null, agencyId: null });
    expect((await desk.handling.detail(id, desk.clerk)).dueOn).toBe('2024-03-25');
    await assigned(id);
    const answered = await desk.act(id, {
      act: 'answer',
      on: '2024-03-04',
      text: '已转办。',
      outcome: 'under-way',
    });
    expect(answered).toMatchObject({ state: 'answered', outcome: 'under-way', replyKind: null });
    const rectified = await desk.act(id, {
      act: 'rectify',
      on: '2024-03-04',
      text: '已修好。',
      outcome: 'done',
    });
    expect(rectified.outcome).toBe('done');
    const closed = await desk.act(id, { act: 'close', on: '2024-03-04' });
    expect(closed.acts).toContain('reopen');
  });
});

describe('the fee › when the same applicant pays for several in one month', () => {
  it('bands go on and nothing is asked twice', async () => {
    const person = { ...zhang, idKind: 'passport', idNumber: 'E12345678' } as const;
    const fee = (count: number): CaseAct => ({
      ...{ act: 'fee', on: '2024-03-04', basis: 'item', count, payBy: '2024-04-03' },
    });
    const first = await desk.act(await desk.submit({ applicant: person }), fee(12));
    const second = await desk.act(await desk.submit({ applicant: person }), fee(13));
    expect([first.fee?.amountFen, second.fee?.amountFen]).toEqual([20_000, 10_000]);
    expect(second.acts).not.toContain('fee');
    expect((await desk.act(second.id, { act: 'fee-paid', on: '2024-03-04' })).fee?.isPaid).toBe(true);
  });
});

describe('what was told at the counter › when staff take it down', () => {
  it('it is one case however often it is sent, with a receipt, and on record', async () => {
    desk.on('2024-03-08');
    const entry = { ...submission(), channel: 'oral', receivedOn: '2024-03-07' } as const;
    const first = await desk.handling.enter(entry, desk.clerk);
    const again = await desk.handling.enter(entry, desk.clerk);
    expect(again).toEqual(first);
    const detail = await desk.handling.detail(first.id, desk.clerk);
    expect(detail).toMatchObject({ channel: 'oral', receivedOn: '2024-03-07', number: first.receipt.number });
    expect((await desk.acts()).filter((act) => act === 'case.enter')).toHaveLength(1);
    const ahead = { ...submission(), channel: 'oral', receivedOn: '2024-03-09' } as const;
    expect(await codeOf(desk.handling.enter(ahead, desk.clerk))).toBe('cases.day-ahead');
  });

  it('wrongly taken down, it is put right and found again as the same person', async () => {
    const id = await desk.submit({ applicant: { ...zhang, idKind: 'other', idNumber: 'X-900001' } });
    const corrected = await desk.act(id, {
      ...{ act: 'correct', applicant: { ...zhang, phone: '13900000000' }, content: '改正后的内容' },
    });
    expect(corrected).toMatchObject({ content: '改正后的内容', applicant: { phone: '13900000000' } });
    expect(corrected.likely.length).toBeGreaterThan(0);
    const row = await desk.desk.db
      .selectFrom('cases')
      .select('phone_digest')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.phone_digest).toBeNull();
  });
});

describe('the ledger › when it is asked for', () => {
  it('counts are of everything in scope, whatever the filter, and filters agree with them', async () => {
    desk.on('2024-05-06');
    const all = caseListSchema.parse(await list());
    for (const [state, count] of [
      ['open', all.counts.open],
      ['overdue', all.counts.overdue],
      ['due-soon', all.counts.dueSoon],
      ['to-decide', all.counts.toDecide],
    ] as const) {
      const found = await list({ state, kind: 'request' });
      expect(found.counts).toEqual(all.counts);
      expect((await list({ state })).total).toBe(count);
    }
    expect(all.counts.overdue).toBeGreaterThan(0);
    const due = (await list({ state: 'overdue' })).rows.map(({ dueOn }) => dueOn ?? '');
    expect(due).toEqual([...due].sort());
    expect((await list({ number: '%' })).total).toBe(0);
  });

  it('settings change by their own right, are on record by name only, and due dates follow', async () => {
    const id = await desk.submit({ kind: 'complaint' });
    const settings = await desk.handling.settings();
    const admin = await desk.hire('admin-too', ['administrator']);
    await desk.handling.saveSettings({ ...settings, answerWorkingDays: 5, officeName: '公开办' }, admin);
    const detail = await desk.handling.detail(id, desk.clerk);
    expect(detail.dueOn).toBe('2024-05-11');
    const [row] = (await list({ number: detail.number })).rows;
    expect(row?.dueOn).toBe('2024-05-11');
  });
});

describe('files of a case › when the office adds one for a reply', () => {
  it('only a file of this case goes with the reply, and reading is on record', async () => {
    const id = await desk.submit();
    const pdf = new TextEncoder().encode(
      '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n41\n%%EOF',
    );
    const file = await desk.handling.addFile(id, { name: '招标文件.pdf', bytes: pdf }, desk.clerk);
    const stranger = await desk.submit();
    const withFile: CaseAct = { ...provided, on: '2024-05-06', files: [file.id] } as CaseAct;
    expect(await codeOf(desk.act(stranger, withFile))).toBe('cases.file-unknown');
    const replied = await desk.act(id, withFile);
    expect(replied.files).toEqual([expect.objectContaining({ name: '招标文件.pdf', from: 'office' })]);
    const read = await desk.handling.file(id, file.id, desk.clerk);
    expect(read.bytes).toEqual(Buffer.from(pdf));
    expect((await desk.acts()).at(-1)).toBe('case.file');
    expect(await codeOf(desk.handling.file(stranger, file.id, desk.clerk))).toBe('not-found');
  });
});

describe('a holiday notice › when it is imported after cases came', () => {
  it('cases that reach into its year get their due date then', async () => {
    const own = await openCasesDesk();
    own.on('2026-12-21');
    const id = await own.submit();
    expect(await own.handling.detail(id, own.clerk)).toMatchObject({ dueOn: null, faults: ['year-unknown'] });
    const days = '2027-01-01,元旦,放假\n2027-02-05,春节,放假\n2027-04-05,清明节,放假\n2027-05-01,劳动节,放假';
    const rest = '2027-06-09,端午节,放假\n2027-09-15,中秋节,放假\n2027-10-01,国庆节,放假';
    await createCalendarService(own.desk).save({ text: `${days}\n${rest}`, year: 2027 }, own.clerk);
    const [row] = (await own.handling.list(caseQuerySchema.parse({}), own.clerk)).rows;
    // Twenty working days from 22 December, 1 January and weekends left out.
    expect(row?.dueOn).toBe('2027-01-19');
    await own.close();
  });
});
