// POST /api/outbox: who may send, what is bounded, what is answered.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '#hub/fleet/fleet.ts';
import { outboxBatchBounds, terminalHeader } from '#shared/protocol/outbox-api.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

const token = 'a-token-of-thirty-two-characters';
let fake: FakeHub;
let taken: unknown[];

beforeEach(() => {
  fake = fakeHub();
  taken = [];
  const terminal = {
    id: 't1',
    name: 'T001',
    tokenHash: hashToken(token),
    userAgent: '',
    screen: '',
    enrolledAt: '2026-11-01T00:00:00Z',
    lastSeenAt: null,
    report: null,
  };
  fake.terminals.set('t1', terminal);
  fake.terminals.set('t2', {
    ...terminal,
    id: 't2',
    tokenHash: hashToken('another-token-of-thirty-two-char'),
  });
  Object.assign(fake.services, {
    voice: {
      take: async (items: unknown[], source: unknown) => {
        taken.push(source);
        return { settled: items.map((_, index) => ({ id: String(index), outcome: 'taken' })) };
      },
    },
  });
});
afterEach(() => fake.remove());

const send = (headers: Record<string, string>, body: unknown = { items: [] }) =>
  fake.hub.app.request('/api/outbox', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const known = { [terminalHeader]: 't1', authorization: `Bearer ${token}` };

describe('a terminal’s outbox › when it is sent', () => {
  it('is taken in the terminal’s name', async () => {
    const response = await send(known, { items: [{}, {}] });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      settled: [
        { id: '0', outcome: 'taken' },
        { id: '1', outcome: 'taken' },
      ],
    });
    expect(taken).toEqual([{ terminalId: 't1', way: 'network' }]);
  });

  it.each([
    ['no token', { [terminalHeader]: 't1' }],
    ['a wrong token', { ...known, authorization: `Bearer ${token.toUpperCase()}` }],
    ['the token of another terminal', { ...known, [terminalHeader]: 't2' }],
    ['no terminal', { authorization: `Bearer ${token}` }],
  ])('with %s › it is refused before it is read', async (_what, headers) => {
    expect((await send(headers as Record<string, string>)).status).toBe(401);
    expect(taken).toEqual([]);
  });

  it('too much at once › it is refused', async () => {
    const items = Array.from({ length: outboxBatchBounds.items + 1 }, () => ({}));
    expect((await send(known, { items })).status).toBe(400);
    expect((await send(known, { items: ['x'.repeat(outboxBatchBounds.bytes)] })).status).toBe(413);
  });

  it('too often › the terminal is told to wait, and another is not', async () => {
    for (let n = 0; n < 60; n += 1) expect((await send(known)).status).toBe(200);
    expect((await send(known)).status).toBe(429);
    const other = { [terminalHeader]: 't2', authorization: 'Bearer another-token-of-thirty-two-char' };
    expect((await send(other)).status).toBe(200);
    fake.state.nowMs += 10_000;
    expect((await send(known)).status).toBe(200);
  });
});
