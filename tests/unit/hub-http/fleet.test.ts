// Terminals: enrolling, reporting with the right token only, and how they are judged by the clock.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '#hub/fleet/fleet.ts';
import { countFleet, silentAfterMs } from '#hub/fleet/terminal-state.ts';
import { keepTimestampFresh } from '#hub/fleet/timestamp-refresher.ts';
import type { StoredTerminal } from '#hub/http/hub-services.ts';
import { overviewSchema } from '#shared/protocol/hub-api.ts';
import { enrolledSchema, terminalListSchema } from '#shared/protocol/terminal-api.ts';
import { type FakeHub, fakeHub, json, signedIn } from './fake-services.ts';

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
});
afterEach(() => fake.remove());

const report = {
  version: 3,
  contentAsOf: '2026-11-20T10:00:00Z',
  lastSyncAt: '2026-11-21T01:59:00Z',
  problem: null,
  damagedBlocks: 0,
  usedBytes: 1000,
  appVersion: '1',
};

async function enrol() {
  const body = { name: '一楼大厅', userAgent: 'Chromium', screen: '1080x1920' };
  const response = await fake.hub.app.request('/api/terminals', json('POST', body));
  expect(response.status).toBe(201);
  return enrolledSchema.parse(await response.json());
}

const send = (id: string, token: string | null, body: unknown = report) =>
  fake.hub.app.request(
    `/api/terminals/${id}/report`,
    json('POST', body, token === null ? {} : { authorization: `Bearer ${token}` }),
  );

describe('a terminal', () => {
  it('when it enrols › only the hash of its token is kept, and it is on record', async () => {
    const { terminalId, token } = await enrol();
    const stored = fake.terminals.get(terminalId);
    expect(stored?.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(fake.audit).toMatchObject([{ action: 'terminal.enrol', subject: '一楼大厅' }]);
  });

  it('when it reports › staff see it, with its problem in words', async () => {
    const { terminalId, token } = await enrol();
    const problem = { at: '2026-11-21T01:58:00Z', code: 'internal' };
    expect((await send(terminalId, token, { ...report, problem })).status).toBe(204);
    const listed = await fake.hub.app.request('/api/terminals', { headers: signedIn() });
    const { terminals } = terminalListSchema.parse(await listed.json());
    expect(terminals[0]).toMatchObject({
      id: terminalId,
      version: 3,
      lastSeenAt: '2026-11-21T02:00:00.000Z',
    });
    expect(terminals[0]?.problem?.message).toContain('系统内部出错');
  });

  it('when the token is missing, foreign or malformed › it answers 401 and keeps nothing', async () => {
    const [one, two] = [await enrol(), await enrol()];
    for (const token of [null, two.token, `${one.token}x`, '', 'x'.repeat(5000)]) {
      expect((await send(one.terminalId, token)).status).toBe(401);
    }
    expect((await send('unknown', one.token)).status).toBe(401);
    expect(fake.terminals.get(one.terminalId)?.report).toBeNull();
  });

  it('when many enrol at once › each has a number of its own', async () => {
    const body = { userAgent: '', screen: '' };
    const answers = await Promise.all(
      [1, 2, 3].map(async () => (await fake.hub.app.request('/api/terminals', json('POST', body))).json()),
    );
    expect(answers.map((answer) => enrolledSchema.parse(answer).name).sort()).toEqual([
      'T001',
      'T002',
      'T003',
    ]);
  });

  it('when one address enrols without end › it answers 429', async () => {
    const body = json('POST', { userAgent: '', screen: '' });
    let last = 0;
    for (let count = 0; count < 121; count += 1)
      last = (await fake.hub.app.request('/api/terminals', body)).status;
    expect(last).toBe(429);
  });
});

describe('the state of the fleet', () => {
  const now = Date.parse('2026-11-21T02:00:00Z');
  const at = (agoMs: number) => new Date(now - agoMs).toISOString();
  const terminal = (change: Partial<StoredTerminal>): StoredTerminal => ({
    id: 't',
    name: 't',
    tokenHash: '',
    userAgent: '',
    screen: '',
    enrolledAt: at(1e9),
    lastSeenAt: at(0),
    report,
    ...change,
  });

  it('by clock and version › each terminal counts once', () => {
    const terminals = [
      terminal({}),
      terminal({ report: { ...report, version: 2 } }),
      terminal({ report: null, lastSeenAt: null, enrolledAt: at(1000) }),
      terminal({ lastSeenAt: at(silentAfterMs + 1) }),
      terminal({ lastSeenAt: at(silentAfterMs), report: { ...report, problem: { at: at(0), code: 'x' } } }),
    ];
    expect(countFleet(terminals, 3, now)).toEqual({
      total: 5,
      current: 2,
      behind: 2,
      silent: 1,
      withProblem: 1,
    });
    expect(countFleet(terminals, null, now).behind).toBe(0);
  });

  it('in the overview › it stands beside the counts', async () => {
    await enrol();
    const response = await fake.hub.app.request('/api/overview', { headers: signedIn() });
    expect(overviewSchema.parse(await response.json()).terminals).toMatchObject({ total: 1, behind: 1 });
  });
});

describe('the timestamp refresher', () => {
  it('it refreshes at once and at every tick, survives failures, and stops', async () => {
    const ticks: (() => void)[] = [];
    let stopped = 0;
    const stop = keepTimestampFresh(fake.services, (work) => {
      ticks.push(work);
      return () => {
        stopped += 1;
      };
    });
    ticks[0]?.(); // while the first is under way: not twice at once
    await new Promise((resolve) => setImmediate(resolve));
    expect(fake.state.refreshed).toBe(1);
    fake.services.publishing.refreshTimestamp = async () => {
      throw new Error('disk full');
    };
    ticks[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(fake.logged).toHaveLength(1);
    await stop();
    expect(stopped).toBe(1);
  });
});
