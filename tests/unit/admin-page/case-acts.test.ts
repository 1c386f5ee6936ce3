// Acts on a case at the desk: how forms open, which comes first, what of them is kept, and what is offered as a reply.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrangeActs, draftOf, isTyped } from '#admin-page/state/case-act-drafts.ts';
import { eventsSince } from '#admin-page/state/case-detail.ts';
import { forgetActs, hasKeptActs, keepAct, keptAct } from '#admin-page/state/case-drafts.ts';
import { factWords } from '#admin-page/state/case-event-words.ts';
import { usualPaper } from '#admin-page/state/case-papers.ts';
import { replyOptions, replyTemplate } from '#admin-page/state/case-replies.ts';
import { tasksOfCounts } from '#admin-page/state/load-case-tasks.ts';
import { personalFindings } from '#admin-page/state/personal-check.ts';
import { session } from '#admin-page/state/session.ts';
import type { Role } from '#shared/accounts/roles.ts';
import { caseActNames } from '#shared/cases/case-acts.ts';
import { replyKinds } from '#shared/cases/replies.ts';
import { eventOf, sampleCase } from './case-detail-sample.ts';

const day = '2026-11-26';

function signInAs(id: string, roles: readonly Role[]): void {
  const account = { id, name: id, displayName: id, roles, agencyId: null };
  session.value = { account, csrfToken: '', needsSecondFactor: false };
}
beforeEach(() => signInAs('u1', ['publisher']));
afterEach(() => {
  session.value = null;
});

describe('draftOf › when the form of an act opens', () => {
  it.each(caseActNames)('%s › it opens for that act and counts as untouched', (name) => {
    const detail = sampleCase();
    const draft = draftOf(name, detail, day);
    expect(draft.act).toBe(name);
    expect(isTyped(draft, detail, day)).toBe(false);
  });

  it('with a word typed › it counts as touched', () => {
    expect(isTyped({ act: 'note', note: '已去电' }, sampleCase(), day)).toBe(true);
  });

  it('for the party that has not answered › that party is chosen', () => {
    const asked = { with: 'third-party', begunOn: day, answerDue: day, opinion: null } as const;
    const consultations = [
      { ...asked, party: '甲公司', answeredOn: day },
      { ...asked, party: '乙公司', answeredOn: null },
    ];
    expect(draftOf('consulted', sampleCase({ consultations }), day)).toMatchObject({ party: '乙公司' });
  });

  it('a reply while completion was never sent › the one kind that fits is chosen', () => {
    const asked = eventOf(2, 'completion-asked', '2026-11-12', { until: '2026-11-20' });
    const detail = sampleCase({ state: 'completing', events: [eventOf(1, 'received', '2026-11-10'), asked] });
    expect(draftOf('reply', detail, day)).toMatchObject({ kind: 'not-completed' });
    expect(replyOptions(detail, day).flatMap(([, some]) => some.map(({ kind }) => kind))).toEqual([
      'not-completed',
    ]);
  });
});

describe('arrangeActs › when acts are open', () => {
  it('before anybody has it › confirming and assigning come first', () => {
    const acts = ['confirm', 'assign', 'ask-completion', 'reply', 'note', 'withdraw'];
    const fresh = sampleCase({ acts, handler: null, agencyId: null, state: 'received' });
    expect(arrangeActs(fresh).next).toBe('confirm');
    expect(arrangeActs({ ...fresh, acts: acts.slice(1) }).next).toBe('assign');
    expect(arrangeActs({ ...fresh, acts }).rare).toEqual(['note', 'withdraw']);
  });

  it('once it is assigned › the reply comes next, and assigning is still there', () => {
    const { next, others } = arrangeActs(sampleCase({ acts: ['assign', 'ask-completion', 'reply'] }));
    expect(next).toBe('reply');
    expect(others).toEqual(['assign', 'ask-completion']);
  });

  it('after the answer › delivery, then closing', () => {
    const acts = ['deliver', 'publish', 'close'];
    expect(arrangeActs(sampleCase({ acts, state: 'answered' })).next).toBe('deliver');
    expect(arrangeActs(sampleCase({ acts: ['publish', 'close'], state: 'answered' })).next).toBe('close');
  });

  it('every one of them › it is shown exactly once', () => {
    const { next, others, rare } = arrangeActs(sampleCase({ acts: [...caseActNames] }));
    expect([next, ...others, ...rare].sort()).toEqual([...caseActNames].sort());
  });
});

describe('kept acts › when a form is closed with words in it', () => {
  const note = { act: 'note', note: '已去电' } as const;

  it('and opened again › the words are there, for this account and this case only', () => {
    keepAct('c1', 'note', note);
    expect(keptAct('c1', 'note')).toEqual(note);
    expect(keptAct('c2', 'note')).toBeNull();
    signInAs('u2', ['publisher']);
    expect(keptAct('c1', 'note')).toBeNull();
    signInAs('u1', ['publisher']);
    forgetActs('c1');
  });

  it('and the case is left › they are forgotten', () => {
    keepAct('c1', 'note', note);
    keepAct('c12', 'note', note);
    expect(hasKeptActs('c1')).toBe(true);
    forgetActs('c1');
    expect([hasKeptActs('c1'), hasKeptActs('c12')]).toEqual([false, true]);
    forgetActs('c12');
  });

  it('and the session ends under it › they wait for the same account', () => {
    keepAct('c1', 'note', note);
    session.value = null;
    forgetActs('c1');
    signInAs('u1', ['publisher']);
    expect(keptAct('c1', 'note')).toEqual(note);
    forgetActs('c1');
  });
});

describe('eventsSince › when a case is read again', () => {
  it('it gives what others did meanwhile', () => {
    const before = sampleCase();
    const added = eventOf(2, 'noted', day);
    expect(eventsSince(before, sampleCase({ events: [...before.events, added] }))).toEqual([added]);
  });
});

describe('replyOptions › when a reply is chosen', () => {
  const kindsOf = (isMine: boolean) =>
    replyOptions(sampleCase(), day).flatMap(([, some]) =>
      some.filter((option) => option.isMine === isMine).map(({ kind }) => kind),
    );

  it('by who handles it › refusals are left to the head of the office', () => {
    expect(kindsOf(true)).toContain('provided');
    expect(kindsOf(false)).toEqual(expect.arrayContaining(['refused', 'partial']));
  });

  it('by the head of the office › refusals are theirs', () => {
    signInAs('u3', ['approver']);
    expect(kindsOf(true)).toEqual(expect.arrayContaining(['refused', 'partial']));
  });

  it('and a template is used › it names the matter and, where not all is given, the remedies', () => {
    for (const kind of replyKinds) expect(replyTemplate(kind, sampleCase())).not.toMatch(/\{\w+\}/);
    expect(replyTemplate('refused', sampleCase())).toMatch(/2025 年预算[\s\S]*行政复议/);
    expect(replyTemplate('provided', sampleCase())).not.toContain('行政复议');
  });
});

describe('factWords › when an event is told', () => {
  it('it words what it knows and keeps ids to itself', () => {
    const extended = eventOf(3, 'extended', day, {
      workingDays: 15,
      agency: 'a1',
      handler: 'u1',
      party: '1',
    });
    expect(factWords(extended)).toBe('15 个工作日');
    expect(factWords(eventOf(4, 'replied', day, { kind: 'partial', ground: null }))).toBe('部分公开');
    expect(factWords(eventOf(5, 'dispute', day, { dispute: 'review', outcome: 'pending' }))).toBe(
      '行政复议 · 尚未审结',
    );
    expect(factWords(eventOf(6, 'noted', day, { constructor: 'x', toString: 'y' }))).toBe('');
  });
});

describe('usualPaper › when a paper is made', () => {
  it.each([
    ['completion-asked', 'completion-notice'],
    ['extended', 'extension-notice'],
    ['replied', 'reply'],
    ['moved', 'transfer-notice'],
    ['noted', 'receipt'],
  ] as const)('after “%s” › it offers “%s”', (kind, paper) => {
    const events = [eventOf(1, 'received', day), eventOf(2, kind, day)];
    expect(usualPaper({ events, consultations: [] })).toBe(paper);
  });
});

describe('personalFindings › when words are about to be public', () => {
  const { applicant } = sampleCase();

  it('with a phone or identity number, or the applicant’s own name › it finds it, and shows it masked', () => {
    for (const text of ['请打 13812345678', '身份证 110101199003074258', '张建国提出的问题']) {
      const found = personalFindings(text, applicant);
      expect(found.length, text).toBeGreaterThan(0);
      expect(found.join(), text).not.toMatch(/13812345678|110101199003074258|张建国/);
    }
  });

  it('about the matter alone › it finds nothing', () => {
    expect(personalFindings('2025 年老旧小区改造的资金怎么用的？', applicant)).toEqual([]);
  });
});

describe('tasksOfCounts › when a day begins', () => {
  const counts = { open: 9, overdue: 2, dueSoon: 3, unassigned: 1, toDecide: 4 };

  it('for who handles › what is late is urgent, and decisions are another’s', () => {
    const tasks = tasksOfCounts(counts);
    expect(tasks.map(({ href }) => href)).toEqual([
      '/admin/cases?state=overdue',
      '/admin/cases?state=due-soon',
      '/admin/cases?state=open&handler=none',
    ]);
    expect(tasks.map(({ isUrgent }) => isUrgent === true)).toEqual([true, false, false]);
  });

  it('for the head of the office › extensions wait', () => {
    signInAs('u3', ['approver']);
    expect(tasksOfCounts(counts).map(({ href }) => href)).toContain('/admin/cases?state=to-decide');
  });

  it('with nothing to do › there is no task', () => {
    expect(tasksOfCounts({ open: 9, overdue: 0, dueSoon: 0, unassigned: 0, toDecide: 0 })).toEqual([]);
  });
});
