// The shelf of guides on the phone: by whom they are for, by subject and by department, page by page, without a script.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import { entry, type FakeEntry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ';

/** A guide with a subject; its title and code say which one it is. */
function guide(at: number, subjects: readonly string[], audience = '自然人'): FakeEntry {
  const details = parseDetails('guide', { subjects, audience, itemType: '行政许可' });
  if (!details.ok) throw new Error(details.field);
  const code = `GDE2Q9${letters[Math.floor(at / letters.length)]}${letters[at % letters.length]}`;
  const title = `事项${String(at).padStart(2, '0')}`;
  return entry({ id: `g${at}`, code, kind: 'guide', title, topic: null, details: details.details }, []);
}

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
  fake.state.entries = [
    ...Array.from({ length: 65 }, (_, at) => guide(at, ['户籍'])),
    guide(65, ['开办企业', '户籍'], '企业法人'),
    guide(66, []),
    entry({ id: 'd', code: 'K7M2Q9X5', title: '一份文件' }),
  ];
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const read = async (path: string) => {
  const response = await fake.hub.app.request(path);
  expect(response.status).toBe(200);
  return response.text();
};
const titles = (page: string) => page.match(/事项\d\d/g) ?? [];

describe('the shelf of guides on the phone › when it is opened', () => {
  it('it tells whom, subjects and departments, each with how many there are', async () => {
    const page = await read('/m/guides');
    expect(page).toMatch(/who=person">个人办事 <small>66 项</);
    expect(page).toMatch(/who=organisation">法人办事 <small>1 项</);
    expect(page).toMatch(/subject=%E6%88%B7%E7%B1%8D">户籍 <small>66 项</);
    expect(page).toMatch(/subject=%E5%BC%80[^"]*">开办企业 <small>1 项</);
    expect(page).toMatch(/agency=[^"]*">云溪区[^<]* <small>67 项</);
  });

  it('it has a search that stays with guides, and no script it would need', async () => {
    const page = await read('/m/guides');
    expect(page).toContain('<input type="hidden" name="kind" value="guide">');
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
    const found = await read(`/m/?kind=guide&q=${encodeURIComponent('事项07')}`);
    expect(new Set(titles(found))).toEqual(new Set(['事项07']));
  });

  it('it says so where there are none', async () => {
    fake.state.entries = [entry({ id: 'd', code: 'K7M2Q9X5', title: '一份文件' })];
    expect(await read('/m/guides')).toContain('这里还没有办事指南');
    expect(await read('/m/')).not.toContain('/m/guides');
  });

  it('it is there in English', async () => {
    const page = await read('/m/guides?lang=en');
    expect(page).toContain('By subject');
    expect(page).toContain('/m/guides?subject=%E6%88%B7%E7%B1%8D&amp;lang=en');
  });
});

describe('the shelf of guides on the phone › when one subject is chosen', () => {
  const subject = `/m/guides?subject=${encodeURIComponent('户籍')}`;

  it('every guide of it stands on exactly one of its pages, in order', async () => {
    const pages = [await read(subject), await read(`${subject}&from=30`), await read(`${subject}&from=60`)];
    expect(pages.map((page) => titles(page).length)).toEqual([30, 30, 6]);
    expect(pages.flatMap(titles)).toEqual(
      Array.from({ length: 66 }, (_, at) => `事项${String(at).padStart(2, '0')}`),
    );
    expect(pages[0]).toContain('共 66 项');
    expect(pages[0]).toMatch(/rel="next" href="\/m\/guides\?subject=[^"]*&amp;from=30"/);
    expect(pages[1]).toMatch(/rel="prev" href="\/m\/guides\?subject=[^"&]*"/);
    expect(pages[2]).not.toContain('rel="next"');
  });

  it('a page behind the last one is the first', async () => {
    expect(titles(await read(`${subject}&from=9999`))).toHaveLength(30);
    expect(titles(await read(`${subject}&from=-5`))).toHaveLength(30);
  });

  it('what has no subject is found under its own name', async () => {
    expect(titles(await read('/m/guides?subject='))).toEqual(['事项66']);
  });

  it('what nobody files anything under, and what is no subject at all, is told as that', async () => {
    const page = await read(`/m/guides?subject=${encodeURIComponent('<b>没有</b>')}`);
    expect(page).toContain('&lt;b&gt;没有&lt;/b&gt;');
    expect(page).toContain('这里还没有办事指南');
  });
});

describe('the shelf of guides on the phone › from other pages', () => {
  it('the entrance and a guide lead to it', async () => {
    expect(await read('/m/')).toContain('href="/m/guides"');
    const page = await read('/m/GDE2Q9CZ');
    expect(page).toMatch(/href="\/m\/guides\?subject=[^"]*">同一主题：/);
    expect(page).toMatch(/href="\/m\/guides\?agency=[^"]*">同一部门：/);
    expect(page).toContain('href="/m/guides">全部办事指南');
  });

  it('a new release is seen at once', async () => {
    await read('/m/guides');
    fake.state.entries = [guide(0, ['就业'])];
    fake.state.version = (fake.state.version ?? 0) + 1;
    expect(await read('/m/guides')).toMatch(/就业 <small>1 项</);
  });
});
