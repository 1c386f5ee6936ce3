// Every role, every relation to a record and every act, from one table: the hub's own answer, and what it offers.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#hub/http/actor.ts';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import { founderRoles, type Role, roles } from '#shared/accounts/roles.ts';
import { openStaffedDesk, type StaffedDesk } from '#tests/support/staffed-desk.ts';
import { csrfToken, type FakeHub, fakeHub, json, signedIn } from '../hub-http/fake-services.ts';

const relations = ['author', 'earlier reviewer', 'stranger', 'other agency'] as const;
type Relation = (typeof relations)[number];
type Stage = 'draft' | 'at review' | 'at approval' | 'approved';

interface ActRow {
  readonly stage: Stage;
  readonly may: readonly Role[];
  /** What a person of this relation is told though their role would do. */
  readonly but?: Partial<Record<Relation, string>>;
  /** What a role is told that passes the gate of the address and not the rule behind it. */
  readonly told?: Partial<Record<Role, string>>;
  /** The act as it is offered, and how it is asked for. */
  readonly offered: string;
  readonly ask: (id: string) => readonly [method: string, path: string, body: unknown];
}

const items = (id: string) => [{ recordId: id, version: 1 }];
const decide = (decision: 'pass' | 'return') => (id: string) =>
  ['POST', '/api/reviews/decide', { items: items(id), decision, opinion: '意见' }] as const;
const ofRecord = (name: string, body: unknown) => (id: string) =>
  ['POST', `/api/records/${id}/${name}`, body] as const;
const judges: readonly Role[] = ['reviewer', 'approver'];
const enders: readonly Role[] = ['approver', 'publisher'];
const notOwn = { author: 'workflow.own-work' };
const notBoth = { author: 'workflow.own-work', 'earlier reviewer': 'workflow.own-review' };
const approverOnly = { reviewer: 'workflow.approver-only' };
const at = '2030-01-07T00:00:00Z';

const table: Readonly<Record<string, ActRow>> = {
  submit: {
    stage: 'draft',
    may: ['contributor'],
    offered: 'submit',
    ask: (id) => ['POST', '/api/reviews', { items: items(id) }],
  },
  recall: {
    stage: 'at review',
    may: ['contributor'],
    offered: 'recall',
    ask: (id) => ['POST', '/api/reviews/recall', { items: items(id) }],
  },
  'pass a review': { stage: 'at review', may: judges, but: notOwn, offered: 'pass', ask: decide('pass') },
  'return a review': {
    stage: 'at review',
    may: judges,
    but: notOwn,
    offered: 'return',
    ask: decide('return'),
  },
  'pass approval': {
    stage: 'at approval',
    may: ['approver'],
    but: notBoth,
    told: approverOnly,
    offered: 'pass',
    ask: decide('pass'),
  },
  'return at approval': {
    stage: 'at approval',
    may: ['approver'],
    but: notBoth,
    told: approverOnly,
    offered: 'return',
    ask: decide('return'),
  },
  'approve directly at the last step': {
    stage: 'at approval',
    may: ['approver'],
    but: notBoth,
    offered: 'approve',
    ask: (id) => ['POST', '/api/records/approve', { ids: [id] }],
  },
  'approve past open steps': {
    stage: 'at review',
    may: [],
    told: { approver: 'workflow.steps-open' },
    offered: 'approve',
    ask: (id) => ['POST', '/api/records/approve', { ids: [id] }],
  },
  'approve what was never submitted': {
    stage: 'draft',
    may: [],
    told: { approver: 'workflow.steps-open' },
    offered: 'approve',
    ask: (id) => ['POST', '/api/records/approve', { ids: [id] }],
  },
  schedule: {
    stage: 'approved',
    may: ['publisher'],
    offered: 'schedule',
    ask: ofRecord('schedule', { version: 1, at }),
  },
  'schedule what is not reviewed': {
    stage: 'at approval',
    may: [],
    told: { publisher: 'workflow.not-reviewed' },
    offered: 'schedule',
    ask: ofRecord('schedule', { version: 1, at }),
  },
  emergency: {
    stage: 'draft',
    may: enders,
    offered: 'emergency',
    ask: ofRecord('emergency', { version: 1, reason: '台风登陆，须立即公开此预警' }),
  },
  withdraw: {
    stage: 'approved',
    may: enders,
    offered: 'withdraw',
    ask: (id) => ['POST', '/api/records/withdraw', { ids: [id] }],
  },
  archive: { stage: 'approved', may: enders, offered: 'archive', ask: ofRecord('archive', { reason: '' }) },
  comment: {
    stage: 'at review',
    may: ['contributor', 'reviewer', 'approver', 'publisher'],
    offered: 'comment',
    ask: ofRecord('comments', { version: 1, place: 'title', quote: '', text: '批注' }),
  },
};

let desk: StaffedDesk;
let fake: FakeHub;
let hub: Hub;
let asker: Actor;
let all: (name: string) => Actor;
beforeAll(async () => {
  desk = await openStaffedDesk();
  await sql`pragma synchronous = off`.execute(desk.desk.db);
  await desk.hire('second', ['reviewer']);
  all = (name) => ({ accountId: `u-${name}`, name, roles: founderRoles, agencyId: null });
  fake = fakeHub();
  const accounts = {
    ...fake.services.accounts,
    sessionOf: async () => {
      const { accountId: id, ...rest } = asker;
      return { id: 's', csrfToken, needsSecondFactor: false, account: { id, displayName: '', ...rest } };
    },
  };
  hub = createHub(
    { ...fake.services, accounts, records: desk.records, workflow: desk.workflow },
    () => () => {},
  );
});
afterAll(async () => {
  fake.remove();
  await desk.close();
});

let count = 0;

/** A record at its stage, in which `name` took the part their relation says. */
async function bring(stage: Stage, relation: Relation, name: string): Promise<string> {
  const author = all(relation === 'author' ? name : 'author');
  const reviewer = all(relation === 'earlier reviewer' ? name : 'reviewer');
  count += 1;
  const id = await desk.draft(author, { title: `第${count}件` });
  const take = (decision: 'pass' | 'return', who: Actor) =>
    desk.workflow.decide({ items: items(id), decision, opinion: '意见' }, who);
  // An earlier round that was returned: the same person may look again, and may not approve.
  await desk.workflow.submit(items(id), '', author);
  await take('return', reviewer);
  if (stage === 'draft') return id;
  await desk.workflow.submit(items(id), '', author);
  if (stage === 'at review') return id;
  await take('pass', reviewer);
  await take('pass', reviewer);
  if (stage === 'approved') await take('pass', all('approver'));
  return id;
}

function expected(row: ActRow, role: Role, relation: Relation): string {
  const passesGate = row.may.includes(role) || row.told?.[role] !== undefined;
  if (!passesGate) return 'http.not-permitted';
  const ruleOfRole = row.may.includes(role) ? null : row.told?.[role];
  if (ruleOfRole === 'workflow.approver-only') return ruleOfRole;
  if (relation === 'other agency') return 'workflow.foreign-agency';
  return ruleOfRole ?? row.but?.[relation] ?? 'done';
}

async function answerOf(response: Response): Promise<string> {
  const answer = (await response.json()) as { code?: string; skipped?: { code: string }[] };
  if (!response.ok) return answer.code ?? 'unknown';
  return answer.skipped?.[0]?.code ?? 'done';
}

const cases = Object.entries(table).flatMap(([act, row]) =>
  roles.flatMap((role) => relations.map((relation) => [act, role, relation, row] as const)),
);

describe('the hub › asked by everybody for everything', () => {
  it.each(cases)(
    '%s › %s › %s › it does what the table says, and offers just that',
    async (_act, role, relation, row) => {
      const name = `x${count}`;
      const id = await bring(row.stage, relation, name);
      asker = {
        accountId: name,
        name,
        roles: [role],
        agencyId: relation === 'other agency' ? desk.otherAgencyId : null,
      };
      const wanted = expected(row, role, relation);
      const view = await hub.app.request(`/api/records/${id}/review`, { headers: signedIn() });
      if (view.ok) {
        const { mayDo } = (await view.json()) as { mayDo: string[] };
        expect(mayDo.includes(row.offered)).toBe(wanted === 'done');
      } else expect(role).toBe('keeper');
      const [method, path, body] = row.ask(id);
      const response = await hub.app.request(path, json(method, body, signedIn()));
      expect(await answerOf(response)).toBe(wanted);
    },
  );
});
