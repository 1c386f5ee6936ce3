// Lists and long texts on the hub: what the pages say without a script, what short codes keep and for how long.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandoffListStore } from '#hub/store/handoff-list-store.ts';
import { mostListed, shortCodeDays } from '#shared/handoff/list-payload.ts';
import { openTempDesk, type TempDesk } from '../support/temp-desk.ts';
import { entry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
  fake.state.entries = [entry(), entry({ id: 'r2', code: 'GDE2Q9X4', kind: 'guide', title: '设立登记' })];
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const open = (path: string, init?: RequestInit) => fake.hub.app.request(path, init);
const post = (records: unknown) =>
  open('/api/handoff-lists', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ records }),
  });

describe('the page of a list', () => {
  it('when all records are public › it links each at the version that was taken', async () => {
    const response = await open('/m/list/K7M2Q9X4-5,GDE2Q9X4-5');
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('共 2 条');
    expect(page).toContain('href="/m/K7M2Q9X4-5"');
    expect(page).toContain('设立登记');
    expect(page).toContain('href="http://localhost:8080/m/list/K7M2Q9X4-5,GDE2Q9X4-5"');
  });

  it('when a record changed or is gone › it says so and shows the others', async () => {
    const page = await (await open('/m/list/K7M2Q9X4-3,ZZZZZZZZ-1')).text();
    expect(page).toContain('您收藏的是第 3 版，现在是第 5 版');
    expect(page).toContain('这一条已经不在公开目录里');
    expect(page).toContain('编号 ZZZZZZZZ');
  });

  it('when the address holds no code › it is the page for unknown codes', async () => {
    const response = await open('/m/list/%3Cscript%3E,x');
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<script>,');
  });

  it('when only the fragment holds the list › the page says what reading it takes', async () => {
    const page = await (await open('/m/list')).text();
    expect(page).toContain('要打开 JavaScript');
    expect(page).toContain('src="/m/app/list.js"');
  });

  it('in English › words and links stay in it', async () => {
    const page = await (await open('/m/list/K7M2Q9X4-3?lang=en')).text();
    expect(page).toContain('My list');
    expect(page).toContain('href="/m/K7M2Q9X4-3?lang=en"');
  });

  it('when the hall has no public address › the address is the one people came by', async () => {
    const hall = fakeHub({ publicUrl: '' });
    hall.state.entries = [entry()];
    const page = await (await hall.hub.app.request('http://10.0.0.5/m/K7M2Q9X4')).text();
    expect(page).toContain('http://10.0.0.5/m/K7M2Q9X4');
    expect((await hall.hub.app.request('http://10.0.0.5/api/health')).status).not.toBe(500);
    await hall.hub.close();
    hall.remove();
  });
});

describe('a short code', () => {
  it('when a terminal sends a list › the code opens it', async () => {
    const response = await post([{ code: 'K7M2Q9X4', version: 5 }]);
    expect(response.status).toBe(201);
    const { code } = (await response.json()) as { code: string };
    const page = await (await open(`/m/L-${code}`)).text();
    expect(page).toContain(`保存 ${shortCodeDays} 天`);
    expect(page).toContain('href="/m/K7M2Q9X4-5"');
  });

  it('when nobody got it › it says how long codes live', async () => {
    const response = await open('/m/L-00000000');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('这个短码已经过期');
  });

  it('when the list is none › it is refused', async () => {
    const record = { code: 'K7M2Q9X4', version: 1 };
    for (const records of [
      [],
      [{ code: 'lower', version: 1 }],
      [{ ...record, version: 0 }],
      Array(mostListed + 1).fill(record),
    ]) {
      expect((await post(records)).status).toBe(400);
    }
  });

  it('when one address asks for too many › it has to wait', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) {
      statuses.push((await post([{ code: 'K7M2Q9X4', version: 1 }])).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 201)).toHaveLength(60);
  });
});

describe('the receiving page', () => {
  it.each(['/m/receive', '/m/part'])(
    '%s › it may ask for the camera, and no other page may',
    async (path) => {
      const camera = (response: Response) => response.headers.get('permissions-policy');
      const response = await open(path);
      expect(response.status).toBe(200);
      expect(camera(response)).toContain('camera=(self)');
      expect(camera(await open('/m/K7M2Q9X4'))).toContain('camera=()');
      expect(await response.text()).toContain('接收页需要打开 JavaScript');
    },
  );

  it('a script that is not there › is not found, and no path leaves the folder', async () => {
    for (const path of ['/m/app/none.js', '/m/app/..%2f..%2fpackage.json', '/m/app/']) {
      expect((await open(path)).status).toBe(404);
    }
  });
});

describe('lists in the store', () => {
  let temp: TempDesk;
  beforeEach(async () => {
    temp = await openTempDesk();
  });
  afterEach(() => temp.close());
  const dayMs = 86_400_000;

  it('when the same list comes again › it has the same code and lives on', async () => {
    const store = createHandoffListStore(temp.desk);
    const records = [{ code: 'K7M2Q9X4', version: 3 }];
    const first = await store.keep(records);
    temp.tick(20 * dayMs);
    const second = await store.keep(records);
    expect(second.code).toBe(first.code);
    temp.tick(20 * dayMs);
    expect(await store.find(first.code)).toEqual(records);
    const other = await store.keep([{ code: 'K7M2Q9X4', version: 4 }]);
    expect(other.code).not.toBe(first.code);
  });

  it('when its time is over › it is gone, from the store as well', async () => {
    const store = createHandoffListStore(temp.desk);
    const { code } = await store.keep([{ code: 'K7M2Q9X4', version: 3 }]);
    temp.tick(shortCodeDays * dayMs);
    expect(await store.find(code)).toBeNull();
    await store.keep([{ code: 'GDE2Q9X4', version: 1 }]);
    const rows = await temp.desk.db.selectFrom('handoff_lists').selectAll().execute();
    expect(rows.map((row) => row.code)).not.toContain(code);
    expect(rows).toHaveLength(1);
  });
});
