// `/m/consult/<code>` without a script: the form by state, what is refused and kept, the receipt and the seat it tells of.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '#hub/create-services.ts';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import type { HubServices } from '#hub/http/hub-services.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { addDays, chinaDate } from '#shared/calendar/civil-day.ts';
import type { ConsultationInput } from '#shared/protocol/consultations-api.ts';
import { planInput } from '#tests/support/temp-consultations.ts';
import { agencyInput, clerk, documentInput } from '#tests/support/temp-desk.ts';

const today = chinaDate(Date.now());
const open = { startsOn: addDays(today, -3), endsOn: addDays(today, 12) };
let dir: string;
let folder: DataFolder;
let services: HubServices;
let hub: Hub;
const codes: Record<string, string> = {};

async function ask(name: string, plan: Partial<ConsultationInput>): Promise<void> {
  const input = documentInput(plan.recordId ?? '', {
    kind: 'notice',
    title: `关于${name}的公告`,
    date: today,
  });
  const { id: recordId } = await services.records.create(input, clerk);
  const { row } = await services.consultations.open(planInput({ ...open, ...plan, recordId }), clerk);
  await services.records.approve([recordId], clerk);
  codes[name] = row.code;
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-consult-page-'));
  folder = await openDataFolder({ dataDir: dir });
  const settings = {
    publicUrl: '',
    distDir: join(dir, 'dist'),
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  services = createServices(folder, settings, () => {});
  hub = createHub(services, () => () => undefined);
  const { id: agencyId } = await services.venue.createAgency(agencyInput('市城管局'), clerk);
  const hearing = {
    on: addDays(today, 30),
    at: '09:30',
    place: '二楼会议室',
    seats: 1,
    conditions: '本市居民',
  };
  await ask('征求', { recordId: agencyId });
  await ask('公示', { recordId: agencyId, kind: 'objection' });
  await ask('听证', { recordId: agencyId, kind: 'hearing', hearing, points: [] });
  await ask('将来', { recordId: agencyId, startsOn: addDays(today, 2) });
  await ask('过去', { recordId: agencyId, endsOn: addDays(today, -1) });
  await publishRelease(folder.source, {
    ...{ publicUrl: '', note: '', who: clerk.name, now: Date.now, engine: nodeEngine },
    dataDir: dir,
  });
});
afterAll(async () => {
  await hub.close();
  await folder.close();
  rmSync(dir, { recursive: true, force: true });
});

const show = async (name: string, language = '') =>
  hub.app.request(`/m/consult/${codes[name] ?? name}${language}`);
const send = async (name: string, form: Record<string, string>) =>
  hub.app.request(`/m/consult/${codes[name]}`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const idIn = (html: string) => /name="submissionId" value="([^"]+)"/.exec(html)?.[1] ?? '';
const codeIn = (html: string) => /receipt__code">([^<]+)</.exec(html)?.[1] ?? '';

describe('the page of a consultation › by where it stands', () => {
  it('open › says how long, offers the points, and holds a form that needs no script', async () => {
    const html = await (await show('征求')).text();
    expect(html).toContain('还剩 12 天');
    expect(html).toContain('<option value="1">第二章 收费</option>');
    expect(html).toContain('method="post"');
    expect(idIn(html)).toMatch(/^[\w-]{24}$/);
    expect(html).not.toMatch(/ style=/);
  });

  it('not begun, or over › says so in either language and holds no form', async () => {
    for (const [name, words] of [
      ['将来', '还没有开始'],
      ['过去', '不再接收'],
    ] as const) {
      const html = await (await show(name)).text();
      expect(html).toContain(words);
      expect(html).not.toContain('<form class="consult-form"');
    }
    expect(await (await show('过去', '?lang=en')).text()).toContain('nothing more is taken');
  });

  it('a code that asks nothing › is not found', async () => {
    expect((await show('ZZZZZZZZ')).status).toBe(404);
    expect((await send('过去', { content: '来晚了' })).status).toBe(409);
  });

  it('the notice’s own page › leads to the form while it is open', async () => {
    const html = await (await hub.app.request(`/m/${codes.征求}`)).text();
    expect(html).toContain(`href="/m/consult/${codes.征求}"`);
    const over = await (await hub.app.request(`/m/${codes.过去}`)).text();
    expect(over).not.toContain('href="/m/consult/');
    expect(over).toContain('结果公布后');
  });
});

describe('the form of a consultation › when it is sent', () => {
  it('twice › gives the same receipt, and what is kept opens by its code', async () => {
    const submissionId = idIn(await (await show('征求')).text());
    const form = { submissionId, content: '夜间收费太贵', point: '1' };
    const [first, second] = [
      await (await send('征求', form)).text(),
      await (await send('征求', form)).text(),
    ];
    expect(first).toContain('已收到');
    expect(codeIn(first)).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(codeIn(second)).toBe(codeIn(first));
    expect((await services.caseIntake.progress(codeIn(first), '')).state).toBe('received');
  });

  it('something is missing › it says what, and keeps what was typed', async () => {
    const answer = await send('公示', { content: '与事实不符 <b>', name: '王某', phone: '' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('须填写姓名和电话');
    expect(html).toContain('与事实不符 &lt;b&gt;');
    expect(html).toContain('value="王某"');
    expect(await (await send('征求', { content: '' })).text()).toContain('至少两个字');
  });

  it('a hearing with one seat › the first has it, the second is told of the queue', async () => {
    const person = (phone: string) => ({ content: '想说说', name: '李某', phone });
    expect(await (await send('听证', person('13900000001'))).text()).toContain('第 1 位，在 1 个席位之内');
    expect(await (await send('听证', person('13900000002'))).text()).toContain('候补第 1 位');
  });
});
