// Which act is open to whom in which state: the whole table, written down once more as a person would check it.
import { describe, expect, it } from 'vitest';
import { roles } from '#shared/accounts/roles.ts';
import {
  type ActFacts,
  caseActNames,
  decidedReplies,
  isActOpen,
  openActs,
  openReplies,
  rightFor,
} from '#shared/cases/case-acts.ts';
import { type CourseEvent, readCourse } from '#shared/cases/case-course.ts';
import { type CaseKind, type CaseState, caseStates } from '#shared/cases/case-kinds.ts';
import { replyKinds } from '#shared/cases/replies.ts';
import type { CaseActName } from '#shared/protocol/case-desk-api.ts';

const on = '2026-03-02';
const received: CourseEvent = { kind: 'received', on, facts: {} };
const event = (kind: CourseEvent['kind'], facts: CourseEvent['facts'] = {}): CourseEvent => ({
  kind,
  on,
  facts,
});

/** A course that ends in each state, of an application and of a voice. */
const formal: Readonly<Record<CaseState, readonly CourseEvent[]>> = {
  received: [received],
  accepted: [received, event('assigned')],
  completing: [received, event('completion-asked', { until: on })],
  consulting: [received, event('consultation-begun', { party: '1', with: 'third-party' })],
  answered: [received, event('replied', { kind: 'provided' })],
  closed: [received, event('replied', { kind: 'provided' }), event('closed')],
  moved: [received, event('moved')],
  merged: [received, event('merged', { into: 'x' })],
  withdrawn: [received, event('withdrawn')],
};
const voice: Readonly<Partial<Record<CaseState, readonly CourseEvent[]>>> = {
  received: [received],
  accepted: [received, event('assigned')],
  answered: [received, event('answered', { outcome: 'done' })],
  closed: [received, event('answered', { outcome: 'done' }), event('closed')],
  moved: [received, event('moved')],
  merged: [received, event('merged', { into: 'x' })],
  withdrawn: [received, event('withdrawn')],
};

const factsOf = (
  kind: CaseKind,
  events: readonly CourseEvent[],
  changes: Partial<ActFacts> = {},
): ActFacts => ({
  ...{ kind, course: readCourse('counter', events), mayPublish: true, hasContent: false, isErased: false },
  ...changes,
});
const openOf = (facts: ActFacts) => caseActNames.filter((name) => isActOpen(name, facts));

const atWork = 'assign move merge correct note withdraw dispute';
const settled = 'note dispute reopen';
const expectedFormal: Readonly<Record<CaseState, string>> = {
  received: `${atWork} ask-completion consult ask-extension fee reply draft-reply`,
  accepted: `${atWork} ask-completion consult ask-extension fee reply draft-reply`,
  completing: `${atWork} complete reply draft-reply`,
  consulting: `${atWork} consult consulted ask-extension fee reply draft-reply`,
  answered: `${settled} deliver publish make-content close`,
  closed: `${settled} deliver publish make-content`,
  moved: settled,
  merged: settled,
  withdrawn: settled,
};
const voiceAtWork = 'assign move merge correct note withdraw answer close';
const expectedVoice: Readonly<Partial<Record<CaseState, string>>> = {
  received: voiceAtWork,
  accepted: voiceAtWork,
  answered: 'note reopen rectify publish make-content close',
  closed: 'note reopen rectify publish make-content',
  moved: 'note reopen',
  merged: 'note reopen',
  withdrawn: 'note reopen',
};
const sorted = (words: string) => words.split(' ').sort();

describe('the acts of a case › by its state', () => {
  it.each(caseStates)('an application that is %s › exactly these are open', (state) => {
    const facts = factsOf('request', formal[state]);
    expect(facts.course.state).toBe(state);
    expect(openOf(facts).sort()).toEqual(sorted(expectedFormal[state]));
  });

  it.each(Object.keys(voice) as CaseState[])('an opinion that is %s › exactly these are open', (state) => {
    const facts = factsOf('opinion', voice[state] ?? []);
    expect(facts.course.state).toBe(state);
    expect(openOf(facts).sort()).toEqual(sorted(expectedVoice[state] ?? ''));
  });

  it.each<[string, ActFacts, CaseActName[]]>([
    [
      'unconfirmed, it waits for that',
      { ...factsOf('request', []), course: readCourse('online', [received]) },
      ['ask-completion', 'consult', 'ask-extension'],
    ],
    [
      'completed once, not again',
      factsOf('request', [...formal.completing, event('completed')]),
      ['ask-completion'],
    ],
    ['consulted on, completion is too late', factsOf('request', formal.consulting), ['ask-completion']],
    [
      'extension asked for, not asked again',
      factsOf('request', [received, event('extension-asked', { workingDays: 5 })]),
      ['ask-extension'],
    ],
    [
      'extended, not extended again',
      factsOf('request', [received, event('extended', { workingDays: 5 })]),
      ['ask-extension', 'decide-extension'],
    ],
    [
      'fee noticed, not by the other basis too',
      factsOf('request', [received, event('fee-noticed', { basis: 'item' })]),
      ['fee'],
    ],
    [
      'without consent, nothing is published',
      factsOf('opinion', voice.answered ?? [], { mayPublish: false }),
      ['publish', 'unpublish'],
    ],
    [
      'made content of once, not again',
      factsOf('request', formal.answered, { hasContent: true }),
      ['make-content'],
    ],
    [
      'erased, nothing is said of it any more',
      factsOf('request', formal.answered, { isErased: true }),
      ['note', 'reopen', 'publish', 'make-content', 'deliver', 'close'],
    ],
  ])('%s', (_name, facts, closed) => {
    for (const name of closed) expect(isActOpen(name, facts)).toBe(false);
  });
});

describe('the acts of a case › by role', () => {
  it.each(roles)('%s › only who handles handles, and only who decides decides', (role) => {
    const asked = factsOf('request', [received, event('extension-asked', { workingDays: 5 })]);
    const all = openOf(asked);
    const expected: Partial<Record<typeof role, CaseActName[]>> = {
      publisher: all.filter((name) => name !== 'decide-extension'),
      contributor: all.filter((name) => name !== 'decide-extension'),
      approver: ['decide-extension', 'reply'],
    };
    expect(openActs(asked, [role]).sort()).toEqual([...(expected[role] ?? [])].sort());
  });

  it('a draft › who handles writes it and gives it once approved, and only who decides says so', () => {
    const drafted = [received, event('reply-drafted', { kind: 'refused', ground: 'process' })];
    const approved = [...drafted, event('draft-approved')];
    const offered = (events: readonly CourseEvent[], role: (typeof roles)[number]) =>
      openActs(factsOf('request', events), [role]).filter((name) => name.includes('draft'));
    expect(offered(drafted, 'publisher')).toEqual(['draft-reply']);
    expect(offered(drafted, 'approver')).toEqual(['decide-draft']);
    expect(offered(approved, 'publisher')).toEqual(['draft-reply', 'send-draft']);
    expect(offered(approved, 'approver')).toEqual([]);
    expect(offered([...drafted, event('draft-returned')], 'publisher')).toEqual(['draft-reply']);
    expect(offered([...approved, event('replied', { kind: 'refused' })], 'publisher')).toEqual([]);
  });

  it('a reply that refuses or goes into part only is decided, any other is handled', () => {
    for (const kind of replyKinds)
      expect(rightFor({ act: 'reply', kind })).toBe(
        decidedReplies.includes(kind) ? 'cases.decide' : 'cases.handle',
      );
    expect(decidedReplies).toEqual(expect.arrayContaining(['refused', 'partial', 'special-law']));
  });
});

describe('the kinds of reply › by what happened', () => {
  const openFor = (events: readonly CourseEvent[], today: string) =>
    replyKinds.filter(openReplies({ course: readCourse('counter', events) }, today));

  it('each that says something was missed needs it to have been asked for, and its time to be over', () => {
    const plain = openFor(formal.received, on);
    expect(plain).not.toContain('not-completed');
    expect(plain).not.toContain('not-paid');
    expect(plain).not.toContain('unclear');
    const completing = [received, event('completion-asked', { until: '2026-03-20' })];
    expect(openFor(completing, '2026-03-20')).toEqual([]);
    expect(openFor(completing, '2026-03-21')).toEqual(['not-completed']);
    expect(openFor([...completing, event('completed')], on)).toContain('unclear');
    const fee = [received, event('fee-noticed', { basis: 'page', payBy: '2026-03-20' })];
    expect(openFor(fee, '2026-03-20')).not.toContain('not-paid');
    expect(openFor(fee, '2026-03-21')).toContain('not-paid');
    expect(openFor([...fee, event('fee-paid')], '2026-03-21')).not.toContain('not-paid');
  });
});
