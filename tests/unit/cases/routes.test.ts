// The public routes of cases as a phone meets them: receipts, pieces, codes and their limits, files.
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubEnv } from '#hub/http/hub-env.ts';
import { mountRoutes } from '#hub/http/mount-routes.ts';
import { problemResponse } from '#hub/http/problem.ts';
import { createRateLimits, type RateLimits } from '#hub/http/rate-limits.ts';
import type { HubRuntime } from '#hub/http/route.ts';
import { publicCaseRoutes } from '#hub/http/routes/cases-public.ts';
import { caseReceiptSchema } from '#shared/protocol/cases-api.ts';
import { jpeg } from '../../support/pictures.ts';
import {
  lastFour,
  openTempCases,
  requestOf,
  submissionIdOf,
  type TempCases,
} from '../../support/temp-cases.ts';

let temp: TempCases;
let limits: RateLimits;
let app: Hono<HubEnv>;
let nowMs = 0;
beforeEach(async () => {
  temp = await openTempCases();
  nowMs = Date.UTC(2024, 4, 6, 8);
  limits = createRateLimits(() => nowMs);
  app = new Hono<HubEnv>();
  app.use(async (c, next) => {
    c.set('language', 'zh-CN');
    c.set('address', c.req.header('x-address') ?? '10.0.0.1');
    await next();
  });
  app.onError((thrown) => problemResponse(thrown, 'zh-CN'));
  const runtime = { services: { caseIntake: temp.intake }, limits } as unknown as HubRuntime;
  mountRoutes(app, publicCaseRoutes, runtime);
});
afterEach(() => temp.close());

async function send(method: string, path: string, body: unknown, address = '10.0.0.1') {
  const isBytes = body instanceof Uint8Array;
  const type = isBytes ? 'application/octet-stream' : 'application/json';
  const response = await app.request(path, {
    method,
    headers: { 'content-type': type, 'x-address': address },
    body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
}

const handIn = async (index: number) =>
  caseReceiptSchema.parse(JSON.parse((await send('POST', '/api/cases', requestOf(index))).text));

describe('handing in', () => {
  it('when an answer was lost and it is sent again › the answer is the same, letter by letter', async () => {
    const first = await send('POST', '/api/cases', requestOf(1));
    expect(first.status).toBe(201);
    expect(await send('POST', '/api/cases', requestOf(1))).toMatchObject({ status: 201, text: first.text });
  });

  it('when something is missing › the problem names the field or the matter, never the value', async () => {
    const wrong = { ...requestOf(1), kind: '张三的申请' };
    const { status, text } = await send('POST', '/api/cases', wrong);
    expect([status, JSON.parse(text).details]).toEqual([400, { reason: 'kind' }]);
    expect(text).not.toContain('张三');
  });

  it('when one address sends without end › it waits, and another does not', async () => {
    const answers = [];
    for (let index = 0; index < 45; index += 1)
      answers.push(await send('POST', '/api/cases', requestOf(1), 'flood'));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send('POST', '/api/cases', requestOf(2), 'visitor')).status).toBe(201);
  });
});

describe('uploading', () => {
  const uploadId = submissionIdOf(1, 'upload');
  const bytes = jpeg();

  it('piece by piece › state and pieces meet, other types and too long pieces are refused', async () => {
    await send('POST', '/api/cases/uploads', { uploadId, name: '证件.jpg', bytes: bytes.length });
    const path = `/api/cases/uploads/${uploadId}`;
    expect((await send('PUT', `${path}?offset=0`, { piece: 1 })).status).toBe(415);
    expect((await send('PUT', `${path}?offset=5`, bytes)).status).toBe(409);
    expect((await send('PUT', `${path}?offset=0`, Buffer.alloc(300_000))).status).toBe(413);
    expect((await send('PUT', `${path}?offset=x`, bytes)).status).toBe(400);
    const done = await send('PUT', `${path}?offset=0`, bytes);
    expect(JSON.parse(done.text)).toMatchObject({ uploadId, isComplete: true });
    const asked = await app.request(path);
    expect(await asked.text()).toBe(done.text);
    expect((await app.request('/api/cases/uploads/none')).status).toBe(409);
  });

  it('when one address opens hundreds of megabytes › it waits, and another does not', async () => {
    const open = (index: number, address: string) =>
      send(
        'POST',
        '/api/cases/uploads',
        { uploadId: submissionIdOf(index, 'flood'), name: 'x', bytes: 15_000_000 },
        address,
      );
    const codes: number[] = [];
    for (let index = 0; index < 25; index += 1) codes.push((await open(index, 'flood')).status);
    expect(codes.filter((status) => status === 200)).toHaveLength(20);
    expect(codes.at(-1)).toBe(429);
    expect((await open(100, 'visitor')).status).toBe(200);
  });
});

describe('looking up by code', () => {
  it('when code or digits are wrong › body and headers are the same for both, and the right pair opens', async () => {
    const { code } = await handIn(1);
    const right = lastFour(requestOf(1));
    const wrong = right === '0000' ? '1111' : '0000';
    const wrongDigits = await send('POST', '/api/cases/progress', { code, lastFour: wrong });
    const wrongCode = await send('POST', '/api/cases/progress', { code: 'ABCD-EFGH-JKMN', lastFour: right });
    expect(wrongDigits).toEqual(wrongCode);
    expect(wrongDigits.status).toBe(404);
    const opened = await send('POST', '/api/cases/progress', { code, lastFour: right });
    expect(opened.status).toBe(200);
    expect(opened.headers.get('cache-control')).toBe('no-store');
  });

  it('when digits of one code are tried by many › everybody waits for that code, existing or not', async () => {
    const { code } = await handIn(1);
    const tries = async (typed: string) => {
      const statuses: number[] = [];
      for (let index = 0; index < 7; index += 1) {
        const body = { code: typed, lastFour: 'none' };
        statuses.push((await send('POST', '/api/cases/withdrawal', body, `${typed} ${index}`)).status);
      }
      return statuses;
    };
    expect(await tries(code)).toEqual([404, 404, 404, 404, 404, 429, 429]);
    expect(await tries('ABCD-EFGH-JKMN')).toEqual([404, 404, 404, 404, 404, 429, 429]);
    nowMs += 15 * 60_000;
    const right = { code, lastFour: lastFour(requestOf(1)) };
    expect((await send('POST', '/api/cases/progress', right)).status).toBe(200);
  });

  it('every route that takes a code › is behind the guard', async () => {
    const { code } = await handIn(1);
    const own = { code, lastFour: 'none' };
    const routes: readonly (readonly [string, object])[] = [
      ['progress', own],
      ['withdrawal', own],
      ['satisfaction', { ...own, score: 3 }],
      ['reply-file', { ...own, fileId: 'f1' }],
      ['completion', { ...own, submissionId: submissionIdOf(1, 'more'), content: '补充' }],
    ];
    for (const [at, [name, body]] of routes.entries())
      expect((await send('POST', `/api/cases/${name}`, body, `10.1.0.${at}`)).status).toBe(404);
    for (const [at, [name, body]] of routes.entries())
      expect((await send('POST', `/api/cases/${name}`, body, `10.2.0.${at}`)).status).toBe(429);
  });
});
