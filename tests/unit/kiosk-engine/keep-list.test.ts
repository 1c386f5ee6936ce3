// Asking the hub for a short code: what goes up, and that every way of not getting one is the same to a visitor.
import { afterEach, expect, it, vi } from 'vitest';
import { keepList } from '#kiosk/engine/keep-list.ts';

const records = [{ code: 'K7M2Q9X4', version: 3, title: '标题', id: 'r1' }];
afterEach(() => vi.unstubAllGlobals());

it('when the hub answers › it gives the code, and nothing but codes and versions went up', async () => {
  const ask = vi.fn(async (_path: string, _init: RequestInit) =>
    Response.json({ code: '7Q2MK9X4' }, { status: 201 }),
  );
  vi.stubGlobal('fetch', ask);
  expect(await keepList(records)).toBe('7Q2MK9X4');
  expect(ask.mock.calls[0]?.[0]).toBe('/api/handoff-lists');
  const body = JSON.parse(String(ask.mock.calls[0]?.[1].body));
  expect(body).toEqual({ records: [{ code: 'K7M2Q9X4', version: 3 }] });
});

it.each([
  ['refuses', async () => new Response('{}', { status: 429 })],
  ['answers nonsense', async () => Response.json({ code: '<b>' })],
  ['answers no JSON', async () => new Response('<html>')],
  [
    'is away',
    async () => {
      throw new TypeError('Failed to fetch');
    },
  ],
])('when the hub %s › it is unreachable', async (_name, answer) => {
  vi.stubGlobal('fetch', answer);
  await expect(keepList(records)).rejects.toMatchObject({ code: 'kiosk.hub-unreachable' });
});

it('when the visitor has gone on › it says nothing about the hub', async () => {
  const cancel = new AbortController();
  cancel.abort();
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    return Response.json({ code: '7Q2MK9X4' });
  });
  await expect(keepList(records, cancel.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
