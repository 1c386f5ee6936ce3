// Author, reviewer and approver are three people, whoever of them tries what in which order.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import type { Actor } from '#hub/http/actor.ts';
import { type Decision, recordActs } from '#shared/protocol/workflow-api.ts';
import { codesOf, openStaffedDesk, type StaffedDesk } from '#tests/support/staffed-desk.ts';

let desk: StaffedDesk;
let lin: Actor;
let wang: Actor;
let zhao: Actor;
let pub: Actor;
beforeEach(async () => {
  desk = await openStaffedDesk();
  const all = ['contributor', 'reviewer', 'approver'] as const;
  lin = await desk.hire('lin', all);
  wang = await desk.hire('wang', all);
  zhao = await desk.hire('zhao', all);
  pub = await desk.hire('pub', ['publisher']);
});
afterEach(() => desk.close());

const pass = (id: string, who: Actor, version = 1) =>
  desk.workflow.decide({ items: [{ recordId: id, version }], decision: 'pass', opinion: '' }, who);

describe('a version on its way', () => {
  it('when three people each take their part › it is approved, and every step names its person, time and opinion', async () => {
    const id = await desk.submitted(lin);
    expect(codesOf(await pass(id, wang))).toEqual([]);
    expect(codesOf(await pass(id, wang))).toEqual([]);
    expect(await desk.approved(id)).toEqual({ state: 'draft', version: null });
    expect(codesOf(await pass(id, zhao))).toEqual([]);
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 1 });
    const { reviews, procedure } = await desk.workflow.ofRecord(id, lin);
    expect(procedure.steps).toEqual(['self-check', 'secrecy', 'approval']);
    expect(reviews).toMatchObject([
      {
        state: 'approved',
        step: null,
        submittedBy: 'lin',
        taken: [
          { step: 'self-check', who: 'wang', displayName: 'wang同志', decision: 'pass' },
          { step: 'secrecy', who: 'wang' },
          { step: 'approval', who: 'zhao', at: '2024-05-06T08:00:00.000Z' },
        ],
      },
    ]);
    expect((await desk.acts()).slice(-6)).toEqual([
      'record.create',
      'review.submit',
      'review.pass',
      'review.pass',
      'review.pass',
      'record.approve',
    ]);
    expect(await verifyAuditChain(desk.desk.db)).toMatchObject({ isSound: true });
  });

  it('when the author takes a step › it is refused, also after somebody else changed it too', async () => {
    const id = await desk.submitted(lin);
    expect(codesOf(await pass(id, lin))).toEqual(['workflow.own-work']);
    await desk.revise(id, wang);
    await desk.workflow.submit([{ recordId: id, version: 2 }], '', wang);
    expect(codesOf(await pass(id, lin, 2))).toEqual(['workflow.own-work']);
    expect(codesOf(await pass(id, wang, 2))).toEqual(['workflow.own-work']);
    expect(codesOf(await pass(id, zhao, 2))).toEqual([]);
  });

  it('when a reviewer wants to approve › it is refused, also when they reviewed an earlier round', async () => {
    const id = await desk.submitted(lin);
    await desk.workflow.decide(
      { items: [{ recordId: id, version: 1 }], decision: 'return', opinion: '缺附件' },
      wang,
    );
    await desk.revise(id, lin);
    await desk.workflow.submit([{ recordId: id, version: 2 }], '', lin);
    await pass(id, zhao, 2);
    await pass(id, zhao, 2);
    expect(codesOf(await pass(id, zhao, 2))).toEqual(['workflow.own-review']);
    expect(codesOf(await pass(id, wang, 2))).toEqual(['workflow.own-review']);
    const chen = await desk.hire('chen', ['approver']);
    expect(codesOf(await pass(id, chen, 2))).toEqual([]);
  });

  it('when it was approved before › its earlier author may take a part in what others wrote since', async () => {
    const id = await desk.submitted(lin);
    await pass(id, wang);
    await pass(id, wang);
    await pass(id, zhao);
    await desk.revise(id, zhao);
    await desk.workflow.submit([{ recordId: id, version: 2 }], '', zhao);
    expect(codesOf(await pass(id, lin, 2))).toEqual([]);
  });

  it('when two reviewers pass the same step at once › the second learns that it was taken', async () => {
    const id = await desk.submitted(lin);
    const items = [{ recordId: id, version: 1 }];
    const decision = { items, decision: 'pass', opinion: '', step: 'self-check' } satisfies Decision;
    expect(codesOf(await desk.workflow.decide(decision, wang))).toEqual([]);
    expect(codesOf(await desk.workflow.decide(decision, zhao))).toEqual(['workflow.step-moved']);
  });

  it('when a return has no opinion › it is refused as a whole', async () => {
    const id = await desk.submitted(lin);
    const items = [{ recordId: id, version: 1 }];
    const decision = { items, decision: 'return', opinion: '' } satisfies Decision;
    await expect(desk.workflow.decide(decision, wang)).rejects.toThrow('workflow.opinion-needed');
    expect((await desk.workflow.ofRecord(id, wang)).reviews).toMatchObject([{ step: 'self-check' }]);
  });

  it('when somebody edits it in review › the review is recalled, and deciding on the old version is a conflict', async () => {
    const id = await desk.submitted(lin);
    await desk.revise(id, wang);
    expect((await desk.workflow.ofRecord(id, lin)).reviews).toMatchObject([
      { state: 'recalled', version: 1 },
    ]);
    const answer = await pass(id, zhao);
    expect(answer.skipped).toMatchObject([{ code: 'store.conflict', details: { who: 'wang', version: 2 } }]);
    expect(codesOf(await pass(id, zhao, 2))).toEqual(['workflow.not-in-review']);
  });

  it('when two people edit it › the second is told, and the first one’s words stay', async () => {
    const id = await desk.draft(lin);
    const { content } = await desk.records.detail(id);
    await desk.records.update(id, { ...content, title: '林的标题' }, 1, lin);
    const late = desk.records.update(id, { ...content, title: '王的标题' }, 1, wang);
    await expect(late).rejects.toMatchObject({ code: 'store.conflict', details: { who: 'lin', version: 2 } });
    expect((await desk.records.detail(id)).content.title).toBe('林的标题');
  });

  it('when it is approved directly › steps that are open forbid it; at the last one it is the last step', async () => {
    const id = await desk.submitted(lin);
    const draft = await desk.draft(lin, { title: '没有提交' });
    expect(codesOf(await desk.records.approve([id, draft], zhao))).toEqual([
      'workflow.steps-open',
      'workflow.steps-open',
    ]);
    await pass(id, wang);
    await pass(id, wang);
    expect(codesOf(await desk.records.approve([id], wang))).toEqual(['workflow.own-review']);
    expect(await desk.records.approve([id], zhao)).toEqual({ done: 1, skipped: [] });
    expect((await desk.workflow.ofRecord(id, lin)).reviews).toMatchObject([
      { state: 'approved', taken: [{}, {}, { step: 'approval', who: 'zhao' }] },
    ]);
  });

  it('when it is recalled › it is out of review, and can be handed in again', async () => {
    const id = await desk.submitted(lin);
    const items = [{ recordId: id, version: 1 }];
    expect(codesOf(await desk.workflow.submit(items, '', lin))).toEqual(['workflow.in-review']);
    expect(await desk.workflow.recall(items, lin)).toEqual({ done: 1, skipped: [] });
    expect(codesOf(await desk.workflow.recall(items, lin))).toEqual(['workflow.not-in-review']);
    expect(await desk.workflow.submit(items, '', lin)).toEqual({ done: 1, skipped: [] });
  });
});

describe('what somebody may do', () => {
  it('at every stage and for everybody › the acts offered are those the hub does not refuse', async () => {
    const id = await desk.submitted(lin);
    for (const stage of ['self-check', 'secrecy', 'approval']) {
      for (const who of [lin, wang, zhao, pub]) {
        const { mayDo } = await desk.workflow.ofRecord(id, who);
        const isMine = (await desk.workflow.reviews({ mine: '1', limit: 50 }, who)).total === 1;
        expect([stage, who.name, mayDo.includes('pass')]).toEqual([stage, who.name, isMine]);
      }
      const taker = stage === 'approval' ? zhao : wang;
      expect(codesOf(await pass(id, taker))).toEqual([]);
    }
    expect((await desk.workflow.ofRecord(id, pub)).mayDo).toEqual(
      recordActs.filter((act) => ['schedule', 'withdraw', 'archive', 'supersede', 'comment'].includes(act)),
    );
  });
});

describe('one person alone', () => {
  it('when nobody else can sign in › one hand may do everything, and the trail says so', async () => {
    const { db } = desk.desk;
    await db.updateTable('accounts').set({ disabled_at: 'x' }).where('name', '<>', 'lin').execute();
    const id = await desk.submitted(lin);
    expect(codesOf(await desk.records.approve([id], lin))).toEqual([]);
    const { reviews, isSingleHanded } = await desk.workflow.ofRecord(id, lin);
    expect(isSingleHanded).toBe(true);
    expect(reviews[0]?.taken.map(({ step, who }) => `${step} ${who}`)).toEqual([
      'self-check lin',
      'secrecy lin',
      'approval lin',
    ]);
    const last = await db
      .selectFrom('audit_entries')
      .select('details')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(last.details)).toMatchObject({ isSingleHanded: true });
  });
});
