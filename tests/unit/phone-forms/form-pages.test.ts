// The forms without a script, over the real intake: filled in, sent, sent again, refused, and looked up.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultCaseSettings } from '#hub/cases/case-settings.ts';
import { caseKinds } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { idNumberOf, openTempCases, type TempCases } from '../../support/temp-cases.ts';
import { agency, entry } from '../hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../hub-http/fake-services.ts';

/** A JPEG of one grey dot. */
const photo = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+iiiv/9k=',
  'base64',
);

let temp: TempCases;
let fake: FakeHub;
beforeEach(async () => {
  temp = await openTempCases();
  fake = fakeHub();
  Object.assign(fake.services, { caseIntake: { ...temp.intake } });
  fake.state.entries = [entry(), entry({ id: 'r2', code: 'K7M2Q9X5', title: '关于城区道路改造的通知' })];
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
  await temp.close();
});

const read = async (path: string) => (await fake.hub.app.request(path)).text();
const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const cases = () => temp.desk.db.selectFrom('cases').selectAll().execute();

async function post(path: string, fields: Record<string, string>, files: readonly File[] = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const file of files) form.append('files', file);
  const response = await fake.hub.app.request(path, { method: 'POST', body: form });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

const ask = (fields: Record<string, string>) =>
  fake.hub.app.request('/m/progress', { method: 'POST', body: new URLSearchParams(fields) });

async function application(changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const page = await read('/m/apply?q=道路&step=form');
  return {
    submissionId: hidden(page, 'submissionId'),
    triedQuery: hidden(page, 'triedQuery'),
    triedOffered: hidden(page, 'triedOffered'),
    content: '2025年城区道路改造的资金安排',
    agency: agency.id,
    wantedForm: 'electronic',
    wantedRoute: 'online',
    who: 'person',
    name: '李测',
    idKind: 'resident',
    idNumber: idNumberOf(1),
    phone: '13800000118',
    consent: '1',
    ...changes,
  };
}

const codeOf = (page: string) => /data-slot="code">([0-9A-Z-]{14})</.exec(page)?.[1] ?? '';

describe('applying', () => {
  it('when something like it is public › it is offered first, and “this is what I wanted” ends there', async () => {
    const offered = await read('/m/apply?q=道路');
    expect(offered).toContain('href="/m/K7M2Q9X5"');
    const happy = /href="(\/m\/apply\?[^"]*found=K7M2Q9X5)"/.exec(offered)?.[1]?.replaceAll('&amp;', '&');
    expect(await read(happy ?? '')).toContain('您要的信息已经公开');
    expect(await read('/m/apply?q=没有的')).toContain('没有查到和“没有的”相符的公开内容');
  });

  it('when nobody asks for a purpose › the form has no field for one', async () => {
    expect(await read('/m/apply?step=form')).not.toMatch(/name="purpose"|用途<\/label>/);
  });

  it('with everything and a photo › there is a receipt, one case, its search and its file', async () => {
    const fields = await application();
    const { status, page, headers } = await post('/m/apply', fields, [new File([photo], '身份证.jpg')]);
    expect(status).toBe(200);
    expect(codeOf(page)).toMatch(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}$/);
    expect(page).toContain('<svg class="symbol"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('location')).toBeNull();
    const rows = await cases();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('李测');
    const files = await temp.desk.db.selectFrom('case_files').selectAll().execute();
    expect(files.map((file) => file.case_id)).toEqual([rows[0]?.id]);
  });

  it('when the same form is sent twice › it is one case with one receipt', async () => {
    const fields = await application();
    const files = () => [new File([photo], '身份证.jpg')];
    const first = await post('/m/apply', fields, files());
    const second = await post('/m/apply', fields, files());
    expect(codeOf(second.page)).toBe(codeOf(first.page));
    expect(await cases()).toHaveLength(1);
  });

  it('when something is missing › the form comes back filled in, with what to mend and the file that arrived', async () => {
    const fields = await application({ phone: '123', consent: '' });
    const { status, page } = await post('/m/apply', fields, [new File([photo], '身份证.jpg')]);
    expect(status).toBe(422);
    expect(page).toMatch(/href="#phone">联系电话<\/a> <span>电话号码不对/);
    expect(page).toContain('value="李测"');
    expect(page).toMatch(/id="phone"[^>]*aria-invalid="true" autofocus/);
    expect(page.match(/ autofocus/g)).toHaveLength(1);
    const arrived = hidden(page, 'arrived0');
    expect(arrived).toMatch(/^[\w-]{43} \d+ 身份证\.jpg$/);
    expect(hidden(page, 'submissionId')).toBe(fields.submissionId);
    const mended = await post('/m/apply', {
      ...fields,
      phone: '13800000118',
      consent: '1',
      arrived0: arrived,
    });
    expect(codeOf(mended.page)).not.toBe('');
    expect(await temp.desk.db.selectFrom('case_files').selectAll().execute()).toHaveLength(1);
  });

  it('when a file is no picture › that stands at the files, and nothing else is lost', async () => {
    const { status, page } = await post('/m/apply', await application(), [
      new File(['GIF89a nothing'], 'a.jpg'),
    ]);
    expect(status).toBe(422);
    expect(page).toMatch(/id="files-problem">[^<]*PDF/);
    expect(page).toContain('value="李测"');
  });

  it('when the hub refuses a field › it stands at that field; when it breaks › nothing written is lost or logged', async () => {
    const { caseIntake } = fake.services;
    caseIntake.submit = async () => {
      throw new AppError('cases.address-needed');
    };
    expect((await post('/m/apply', await application())).page).toMatch(/id="address-problem">选择邮寄/);
    caseIntake.submit = async () => {
      throw new Error('disk full near 李测');
    };
    const broken = await post('/m/apply', await application());
    expect(broken.status).toBe(500);
    expect(broken.page).toContain('value="李测"');
    expect(broken.page).not.toContain('disk full');
    expect(fake.logged.join()).not.toContain('李测');
  });

  it('when the form has no id of ours › it gets one', async () => {
    const { page } = await post('/m/apply', await application({ submissionId: '"><b>' }));
    expect(codeOf(page)).not.toBe('');
  });
});

describe('speaking up', () => {
  it('without name and phone › the code alone opens the progress', async () => {
    const page = await read('/m/voice?kind=complaint&r=K7M2Q9X5');
    expect(page).toMatch(/value="complaint" checked/);
    expect(page).toContain('关于城区道路改造的通知');
    const sent = await post('/m/voice', {
      submissionId: hidden(page, 'submissionId'),
      recordCode: hidden(page, 'recordCode'),
      kind: 'complaint',
      content: '路灯坏了',
    });
    expect(sent.page).toContain('查进度时只要输入查询码');
    const progress = await (await ask({ code: codeOf(sent.page), lastFour: '' })).text();
    expect(progress).toContain('已收到');
  });

  it('when staff closed a kind › it is not offered; when all are closed › the page says where else to go', async () => {
    const { caseIntake } = fake.services;
    const offers = { ...defaultCaseSettings, keepVoicesMonths: 18 };
    const openKinds = caseKinds.filter((kind) => kind !== 'complaint');
    caseIntake.offers = async () => ({ ...offers, openKinds });
    expect(await read('/m/voice')).toContain('办完以后保存 18 个月');
    expect(await read('/m/correct')).toContain('办完以后保存 10 年');
    expect(await read('/m/voice')).not.toContain('value="complaint"');
    caseIntake.offers = async () => ({ ...offers, openKinds: [] });
    for (const form of ['voice', 'correct', 'apply?step=form'])
      expect(await read(`/m/${form}`)).toContain('这里暂时不收网上提交');
    caseIntake.offers = async () => {
      throw new Error('locked');
    };
    expect(await read('/m/voice')).toContain('value="complaint"');
  });
});

describe('looking up', () => {
  it('with the code and the last four digits › the state and the due day are shown; withdrawn when asked with a tick', async () => {
    const { page } = await post('/m/apply', await application());
    const key = { code: codeOf(page).toLowerCase().replaceAll('-', ' '), lastFour: '0118' };
    const shown = await ask(key);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('办理经过');
    expect(await (await ask({ ...key, act: 'withdraw' })).text()).toContain('请先勾选');
    expect(await (await ask({ ...key, act: 'withdraw', sure: '1' })).text()).toContain('已经撤回');
  });

  it('with a wrong code and with wrong digits › the answer is the same', async () => {
    const { page } = await post('/m/apply', await application());
    const wrongDigits = await ask({ code: codeOf(page), lastFour: '9999' });
    const wrongCode = await ask({ code: 'AAAA-BBBB-CCCC', lastFour: '0118' });
    expect([wrongDigits.status, wrongCode.status]).toEqual([404, 404]);
    const told = async (response: Response) =>
      /role="alert"[^>]*>(.*?)<\/div>/s.exec(await response.text())?.[1];
    expect(await told(wrongDigits)).toBe(await told(wrongCode));
  });

  it('with what can be no code › it says so without asking anybody, and the field keeps it', async () => {
    const page = await (await ask({ code: 'K7M2', lastFour: '12' })).text();
    expect(page).toMatch(/id="code-problem">查询码是 12 个字母和数字/);
    expect(page).toContain('value="K7M2"');
    const digits = await (await ask({ code: 'AAAA-BBBB-CCCC', lastFour: '1a' })).text();
    expect(digits).toMatch(/id="lastFour-problem">请输入 4 个数字/);
  });

  it('when one address guesses on and on › it is told to wait, and says nothing more', async () => {
    let last = 404;
    for (let index = 0; index < 40 && last === 404; index += 1)
      last = (await ask({ code: `AAAA-BBBB-C${String(100 + index)}`, lastFour: '0000' })).status;
    expect(last).toBe(429);
  });
});

describe('the pages', () => {
  it.each(['/m/apply', '/m/apply?step=form', '/m/correct', '/m/voice', '/m/progress'])(
    '%s › nothing runs or is styled in the page itself, in either language',
    async (path) => {
      for (const language of ['zh', 'en']) {
        const response = await fake.hub.app.request(
          `${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
        );
        const page = await response.text();
        expect(page).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+="/);
        expect(page).not.toMatch(/undefined|\[object|NaN/);
        expect(page.match(/<h1/g)?.length).toBe(page.includes('receipt-frame') ? 2 : 1);
        expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
        if (language === 'en')
          expect(page).not.toMatch(/[\p{Script=Han}]{2,}(?=<\/(?:label|h2|button|legend))/u);
      }
    },
  );

  it('when nothing was published yet › the forms are there all the same', async () => {
    fake.state.version = null;
    expect((await fake.hub.app.request('/m/voice')).status).toBe(200);
    expect((await fake.hub.app.request('/m/apply')).status).toBe(200);
  });

  it('from a record, from a search that found nothing, from the sections and from every footer › a way leads here', async () => {
    expect(await read('/m/K7M2Q9X5')).toContain('href="/m/voice?r=K7M2Q9X5&amp;kind=question"');
    expect(await read('/m/?q=没有的')).toContain(
      'href="/m/apply?q=%E6%B2%A1%E6%9C%89%E7%9A%84&amp;step=form"',
    );
    for (const path of ['/m/', '/m/disclosure']) expect(await read(path)).toContain('href="/m/apply"');
    expect(await read('/m/list/K7M2Q9X4-5')).toContain('href="/m/progress"');
  });

  it('when a form comes from another site › it is refused; from our own page without an origin › it is taken', async () => {
    const body = new URLSearchParams({ code: 'K7M2', lastFour: '' });
    const sent = (headers: Record<string, string>) =>
      fake.hub.app.request('/m/progress', { method: 'POST', body, headers });
    expect((await sent({ origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await sent({ origin: 'null' })).status).toBe(403);
    expect((await sent({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(422);
  });
});
