// Versions that become public at a time, together, or at once: what is approved before, at and after the moment.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import type { Actor } from '#hub/http/actor.ts';
import { codesOf, openStaffedDesk, type StaffedDesk } from '#tests/support/staffed-desk.ts';

let desk: StaffedDesk;
let lin: Actor;
let wang: Actor;
let zhao: Actor;
let pub: Actor;
beforeEach(async () => {
  desk = await openStaffedDesk();
  lin = await desk.hire('lin', ['contributor']);
  wang = await desk.hire('wang', ['reviewer']);
  zhao = await desk.hire('zhao', ['approver']);
  pub = await desk.hire('pub', ['publisher']);
});
afterEach(async () => {
  expect(await verifyAuditChain(desk.desk.db)).toMatchObject({ isSound: true });
  await desk.close();
});

async function passAll(id: string, version = 1): Promise<void> {
  for (const who of [wang, wang, zhao]) {
    const answer = await desk.workflow.decide(
      { items: [{ recordId: id, version }], decision: 'pass', opinion: '' },
      who,
    );
    expect(codesOf(answer)).toEqual([]);
  }
}

/** Approved and public at version 1, then approved at version 2 as well. */
async function publicThenChanged(): Promise<string> {
  const id = await desk.submitted(lin);
  await passAll(id);
  await desk.desk.db.updateTable('records').set({ published_version: 1 }).where('id', '=', id).execute();
  await desk.revise(id, lin);
  await desk.workflow.submit([{ recordId: id, version: 2 }], '', lin);
  await passAll(id, 2);
  return id;
}

const monday = '2024-05-13T00:00:00.000Z';
const weekMs = 7 * 24 * 3_600_000;
const later =
  (version = 1) =>
  (id: string) =>
    desk.workflow.schedule({ recordId: id, version }, monday, pub);

describe('a schedule', () => {
  it('until its moment › the version approved before stays; then the given one is approved and a publish owed', async () => {
    const id = await publicThenChanged();
    await later(2)(id);
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 1 });
    expect((await desk.workflow.ofRecord(id, pub)).scheduled).toEqual({
      version: 2,
      at: monday,
      groupId: null,
    });
    await desk.workflow.releaseDue();
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 1 });
    desk.tick(weekMs);
    await desk.workflow.releaseDue();
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 2 });
    expect(await desk.workflow.publishOrders()).toMatchObject([{ who: 'pub', note: '改过的标题' }]);
    await desk.workflow.releaseDue();
    expect(await desk.workflow.publishOrders()).toHaveLength(1);
    expect((await desk.acts()).slice(-2)).toEqual(['record.schedule', 'release.due']);
  });

  it('when the record goes on being edited › the given version is the one that comes', async () => {
    const id = await desk.submitted(lin);
    await passAll(id);
    await later()(id);
    expect(await desk.approved(id)).toEqual({ state: 'draft', version: null });
    await desk.revise(id, lin);
    desk.tick(weekMs);
    await desk.workflow.releaseDue();
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 1 });
  });

  it('when it is taken back › the version stays reviewed, and an approver who had no other part may approve it', async () => {
    const id = await desk.submitted(lin);
    await passAll(id);
    await later()(id);
    await desk.workflow.unschedule(id, pub);
    desk.tick(weekMs);
    await desk.workflow.releaseDue();
    expect(await desk.approved(id)).toEqual({ state: 'draft', version: null });
    expect((await desk.workflow.ofRecord(id, zhao)).mayDo).toContain('approve');
    expect(codesOf(await desk.records.approve([id], zhao))).toEqual([]);
    await expect(desk.workflow.unschedule(id, pub)).rejects.toThrow('workflow.not-scheduled');
  });

  it('when it is withdrawn or a newer version approved › it does not come by itself any more', async () => {
    const id = await publicThenChanged();
    await later(2)(id);
    await desk.records.withdraw([id], zhao);
    desk.tick(weekMs);
    await desk.workflow.releaseDue();
    expect(await desk.approved(id)).toEqual({ state: 'withdrawn', version: null });
  });

  it.each([
    ['not reviewed', 'workflow.not-reviewed'],
    ['public already', 'workflow.already-public'],
    ['changed since', 'store.conflict'],
    ['in the past', 'workflow.time-past'],
  ])('when it is %s › it is refused', async (what, code) => {
    const id = await desk.submitted(lin);
    if (what !== 'not reviewed') await passAll(id);
    if (what === 'public already')
      await desk.desk.db.updateTable('records').set({ published_version: 1 }).execute();
    if (what === 'changed since') await desk.revise(id, lin);
    if (what === 'in the past') desk.tick(weekMs);
    await expect((async () => later()(id))()).rejects.toThrow(code);
  });
});

describe('a release group', () => {
  const itemsOf = (...ids: string[]) => ids.map((recordId) => ({ recordId, version: 1 }));

  it('when everything in it is ready › all of it is approved together, with one publish', async () => {
    const one = await desk.submitted(lin);
    const two = await desk.submitted(lin, { title: '第二件' });
    const id = await desk.workflow.createGroup({ title: '周一', at: null, items: itemsOf(one, two) }, pub);
    await passAll(one);
    expect(await desk.approved(one)).toEqual({ state: 'draft', version: null });
    await expect(desk.workflow.releaseGroup(id, pub)).rejects.toMatchObject({
      code: 'workflow.group-not-ready',
      details: { title: '周一', count: 1 },
    });
    expect(await desk.approved(one)).toEqual({ state: 'draft', version: null });
    await passAll(two);
    expect(await desk.workflow.group(id)).toMatchObject({
      state: 'open',
      items: [{ isReady: true }, { isReady: true }],
    });
    await desk.workflow.releaseGroup(id, pub);
    for (const record of [one, two]) {
      expect(await desk.approved(record)).toEqual({ state: 'approved', version: 1 });
    }
    expect(await desk.workflow.publishOrders()).toMatchObject([{ note: '周一' }]);
    await expect(desk.workflow.releaseGroup(id, pub)).rejects.toThrow('workflow.group-closed');
    await expect(desk.workflow.removeGroup(id, pub)).rejects.toThrow('workflow.group-closed');
  });

  it('when its time comes and one is not ready › none goes out, it says so, and they go together once ready', async () => {
    const one = await desk.submitted(lin);
    const two = await desk.submitted(lin, { title: '第二件' });
    await passAll(one);
    const id = await desk.workflow.createGroup({ title: '周一', at: monday, items: itemsOf(one, two) }, pub);
    expect(await desk.approved(one)).toEqual({ state: 'draft', version: null });
    desk.tick(weekMs);
    await desk.workflow.releaseDue();
    expect(await desk.approved(one)).toEqual({ state: 'draft', version: null });
    expect(await desk.workflow.group(id)).toMatchObject({
      state: 'open',
      problem: 'workflow.group-not-ready',
    });
    await passAll(two);
    await desk.workflow.releaseDue();
    expect(await desk.workflow.group(id)).toMatchObject({ state: 'released', problem: null });
    expect(await desk.approved(one)).toEqual({ state: 'approved', version: 1 });
    expect(await desk.approved(two)).toEqual({ state: 'approved', version: 1 });
  });

  it('when its publish fails › it says so until one went through', async () => {
    const one = await desk.submitted(lin);
    await passAll(one);
    const id = await desk.workflow.createGroup({ title: '周一', at: null, items: itemsOf(one) }, pub);
    await desk.workflow.releaseGroup(id, pub);
    const orders = await desk.workflow.publishOrders();
    await desk.workflow.settleOrders(orders, 'release.disk-failed');
    await desk.workflow.settleOrders(orders, 'release.disk-failed');
    expect(await desk.workflow.group(id)).toMatchObject({ state: 'failed', problem: 'release.disk-failed' });
    expect((await desk.acts()).filter((act) => act === 'release.fail')).toHaveLength(1);
    expect(await desk.workflow.publishOrders()).toHaveLength(1);
    await desk.workflow.settleOrders(orders, null);
    expect(await desk.workflow.group(id)).toMatchObject({ state: 'released', problem: null });
    expect(await desk.workflow.publishOrders()).toEqual([]);
  });

  it('when a record waits in a group › no other group, no schedule and no direct publish takes it', async () => {
    const one = await desk.submitted(lin);
    await passAll(one);
    const input = { title: '周一', at: null, items: itemsOf(one) };
    const id = await desk.workflow.createGroup(input, pub);
    await expect(desk.workflow.createGroup(input, pub)).rejects.toThrow('workflow.grouped');
    await expect((async () => later()(one))()).rejects.toThrow('workflow.grouped');
    await desk.workflow.updateGroup(id, { ...input, title: '周二' }, pub);
    expect((await desk.workflow.ofRecord(one, pub)).group).toEqual({
      id,
      title: '周二',
      version: 1,
      at: null,
    });
    expect(await desk.workflow.groups()).toHaveLength(1);
    await desk.workflow.removeGroup(id, pub);
    expect(await desk.workflow.groups()).toEqual([]);
    expect(await desk.approved(one)).toEqual({ state: 'draft', version: null });
  });

  it('when somebody bound to another agency puts it together › it is refused', async () => {
    const one = await desk.submitted(lin);
    const foreign = await desk.hire('foreign', ['publisher'], desk.otherAgencyId);
    const create = desk.workflow.createGroup({ title: '周一', at: null, items: itemsOf(one) }, foreign);
    await expect(create).rejects.toThrow('workflow.foreign-agency');
    expect(await desk.workflow.groups()).toEqual([]);
  });
});

describe('an emergency', () => {
  const declare = (id: string, version = 1, who = pub) =>
    desk.workflow.emergency({ recordId: id, version }, '洪水红色预警，须立即公开', who);
  const decide = (id: string, decision: 'pass' | 'return', who: Actor, version = 1) =>
    desk.workflow.decide({ items: [{ recordId: id, version }], decision, opinion: '不宜公开' }, who);

  it('when it is declared › the version is public at once, and its review waits in the list until it is passed', async () => {
    const id = await desk.submitted(lin);
    await declare(id);
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 1 });
    expect(await desk.workflow.publishOrders()).toHaveLength(1);
    const listed = await desk.workflow.reviews({ mine: '0', limit: 50 }, lin);
    expect(listed.reviews).toMatchObject([
      { state: 'follow-up', step: 'self-check', submittedBy: 'pub', note: '洪水红色预警，须立即公开' },
    ]);
    expect(codesOf(await decide(id, 'pass', lin))).toEqual(['http.not-permitted']);
    await passAll(id);
    expect((await desk.workflow.reviews({ mine: '0', limit: 50 }, lin)).total).toBe(0);
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 1 });
  });

  it('when the author or whoever declared it reviews it › they are refused', async () => {
    const both = await desk.hire('both', ['contributor', 'reviewer', 'approver']);
    const id = await desk.submitted(both);
    const boss = await desk.hire('boss', ['reviewer', 'approver']);
    await declare(id, 1, boss);
    expect(codesOf(await decide(id, 'pass', both))).toEqual(['workflow.own-work']);
    expect(codesOf(await decide(id, 'pass', boss))).toEqual(['workflow.own-approval']);
  });

  it('when the review afterwards refuses it › it is taken back, and a publish is owed that says so', async () => {
    const id = await desk.submitted(lin);
    await declare(id);
    expect(codesOf(await decide(id, 'return', wang))).toEqual([]);
    expect(await desk.approved(id)).toEqual({ state: 'withdrawn', version: null });
    expect(await desk.workflow.publishOrders()).toHaveLength(2);
  });

  it('when an approved version stood before › refusing brings that back', async () => {
    const id = await publicThenChanged();
    await desk.revise(id, lin, '第三版');
    await declare(id, 3);
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 3 });
    await decide(id, 'return', wang, 3);
    expect(await desk.approved(id)).toEqual({ state: 'approved', version: 2 });
  });

  it('while its review is open › it cannot be taken back, handed in anew, approved, planned or archived away', async () => {
    const id = await desk.draft(lin);
    await declare(id);
    const item = { recordId: id, version: 1 };
    expect(codesOf(await desk.workflow.recall([item], lin))).toEqual(['workflow.follow-up-open']);
    await desk.revise(id, lin);
    const newer = { recordId: id, version: 2 };
    expect(codesOf(await desk.workflow.submit([newer], '', lin))).toEqual(['workflow.follow-up-open']);
    expect(codesOf(await desk.records.approve([id], zhao))).toEqual(['workflow.follow-up-open']);
    await expect(desk.workflow.schedule(newer, monday, pub)).rejects.toThrow('workflow.follow-up-open');
    await expect(desk.workflow.archive(id, '', pub)).rejects.toThrow('workflow.follow-up-open');
    await passAll(id);
    expect(codesOf(await desk.workflow.submit([newer], '', lin))).toEqual([]);
  });

  it('when a second one follows before the first was reviewed › one review covers both', async () => {
    const id = await desk.draft(lin);
    await declare(id);
    await desk.revise(id, lin);
    await declare(id, 2);
    const { reviews } = await desk.workflow.ofRecord(id, wang);
    expect(reviews).toMatchObject([
      { state: 'follow-up', version: 2 },
      { state: 'recalled', version: 1 },
    ]);
    await decide(id, 'return', wang, 2);
    expect(await desk.approved(id)).toEqual({ state: 'withdrawn', version: null });
  });
});

describe('the end of a record', () => {
  it('when it is superseded › it leaves the public, names its successor, and can only be restored', async () => {
    const old = await desk.submitted(lin);
    const fresh = await desk.submitted(lin, { title: '新办法' });
    await passAll(old);
    const supersede = () => desk.workflow.supersede(old, { successorId: fresh, reason: '新办法施行' }, zhao);
    await expect(supersede()).rejects.toThrow('workflow.bad-successor');
    await passAll(fresh);
    await supersede();
    expect(await desk.approved(old)).toEqual({ state: 'withdrawn', version: null });
    const { fate, mayDo } = await desk.workflow.ofRecord(old, zhao);
    expect(fate).toMatchObject({
      fate: 'superseded',
      successorId: fresh,
      successorTitle: '新办法',
      who: 'zhao',
    });
    expect(mayDo).toEqual(['restore', 'comment']);
    const { code } = await desk.records.detail(old);
    const successor = await desk.records.detail(fresh);
    expect(await desk.records.codeHistory(code)).toMatchObject({ successorCode: successor.code });
    await expect(desk.revise(old, lin)).rejects.toThrow('workflow.archived');
    await desk.workflow.restore(old, zhao);
    expect(await desk.revise(old, lin)).toBe(2);
  });

  it('when a draft in review is archived › its review is recalled and nothing brings it to the public', async () => {
    const id = await desk.submitted(lin);
    await desk.workflow.archive(id, '不再需要', pub);
    expect((await desk.workflow.ofRecord(id, lin)).reviews).toMatchObject([{ state: 'recalled' }]);
    const item = { recordId: id, version: 1 };
    expect(codesOf(await desk.workflow.submit([item], '', lin))).toEqual(['workflow.archived']);
    expect(codesOf(await desk.records.approve([id], zhao))).toEqual(['workflow.archived']);
    await expect(desk.workflow.emergency(item, '十万火急的理由要写', pub)).rejects.toThrow(
      'workflow.archived',
    );
  });
});

describe('comments at their place', () => {
  it('when written and resolved › they stay with version, place and words, and are resolved once', async () => {
    const id = await desk.submitted(lin);
    const input = { version: 1, place: 'body', quote: '正文', text: '请补依据' };
    await desk.workflow.comment(id, input, wang);
    const [comment] = (await desk.workflow.ofRecord(id, lin)).comments;
    expect(comment).toMatchObject({ ...input, who: 'wang', resolvedAt: null });
    await desk.workflow.resolveComment(id, comment?.id ?? '', lin);
    expect((await desk.workflow.ofRecord(id, lin)).comments).toMatchObject([{ resolvedBy: 'lin' }]);
    await expect(desk.workflow.resolveComment(id, comment?.id ?? '', lin)).rejects.toThrow(
      'workflow.comment-resolved',
    );
    await expect(desk.workflow.resolveComment(id, 'k1', lin)).rejects.toThrow('not-found');
    await expect(desk.workflow.comment(id, { ...input, version: 9 }, wang)).rejects.toThrow('not-found');
  });
});
