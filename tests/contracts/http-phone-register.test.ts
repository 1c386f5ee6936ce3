// Registers and their entries on the phone: every figure in words, looked up and narrowed without any script.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails } from '#shared/catalogue/register.ts';
import { makeRecord } from '../support/catalogue-records.ts';
import { type RegisterRecords, registerRecords } from '../support/register-records.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

const complaints = registerRecords(
  '消费投诉排行（2026年第47周）.csv',
  'RNK',
  '消费投诉排行（2026年第46周）.csv',
);
const enterprises = registerRecords('企业基本信息.csv', 'ENT');
const powers = registerRecords('权责清单.csv', 'PWR');
const expenses = registerRecords('三公经费.csv', 'EXP');
const blacklist = registerRecords('失信黑榜.csv', 'BAD');
const details: RegisterDetails = {
  ...{ type: 'register', template: null, period: null, columns: [], facets: [], entries: 2 },
  views: [
    {
      view: 'ranking',
      valueTitle: '件数',
      unit: '件',
      rows: [
        { place: 1, label: '甲<b>店', value: 9, movement: 2 },
        { place: 2, label: '乙店', value: 0, movement: null },
      ],
    },
    {
      view: 'chart',
      chart: {
        ...{ type: 'bar', title: '两年', unit: '万元', categories: ['收入', '支出'] },
        series: [
          { name: '2025', values: [1200.5, null] },
          { name: '2026', values: [-3, 7] },
        ],
      },
    },
  ],
  notes: [
    { text: '合计差 2 件', textEn: 'The total is 2 off', isFault: true },
    { text: '比上年多', textEn: 'More than last year' },
  ],
};
const odd: RegisterRecords = {
  register: makeRecord({ id: 'odd', code: 'ABCD0000', kind: 'register', title: '自编名录', details }),
  tableHtml: '',
  entries: [],
};
const orphan: CatalogueRecord = makeRecord({
  ...{ id: 'orphan', code: 'ABCD0001', kind: 'entry', title: '无主条目' },
  details: {
    ...{ type: 'entry', registerId: 'gone', registerTitle: '不在的名录' },
    ...{ cells: [['c1', '第一格']], facets: [] },
  },
});

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
  fake.state.entries = [complaints, enterprises, powers, expenses, blacklist, odd]
    .flatMap(({ register, tableHtml, entries }) => [
      { record: register, parts: tableHtml === '' ? [] : [tableHtml] },
      ...entries.map((record) => ({ record, parts: [] })),
    ])
    .concat({ record: orphan, parts: [] });
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const read = async (path: string) => await (await fake.hub.app.request(path)).text();
const codeOf = (register: RegisterRecords, title: string) =>
  register.entries.find((entry) => entry.title === title)?.code ?? '';

describe('a register on the phone › its views', () => {
  it('a ranking › every place has its figure and, in words, how far it moved', async () => {
    const page = await read('/m/RNK00000');
    const views = complaints.register.details?.type === 'register' ? complaints.register.details.views : [];
    const ranking = views.find((view) => view.view === 'ranking');
    for (const { label, movement } of ranking?.rows ?? []) {
      expect(page).toContain(label);
      const words =
        movement === null
          ? '新上榜'
          : movement === 0
            ? '持平'
            : `${movement > 0 ? '升' : '降'} ${Math.abs(movement)} 位`;
      expect(page.slice(page.indexOf(label))).toMatch(new RegExp(`^[\\s\\S]{0,420}${words}`, 'u'));
    }
    expect(ranking?.rows.length).toBeGreaterThan(5);
    expect(page).toContain('2026年第47周');
    expect(page).toContain('<h2>表格</h2>');
  });

  it('a ranking in English › movement is told in English', async () => {
    const page = await read('/m/ABCD0000?lang=en');
    expect(page).toContain('up 2');
    expect(page).toMatch(/<\/span> new<\/small>/u);
  });

  it('names with markup in them › are texts', async () => {
    expect(await read('/m/ABCD0000')).toContain('甲&lt;b&gt;店');
  });

  it('a chart › is a picture with a name, and its table says every figure', async () => {
    const page = await read('/m/ABCD0000');
    expect(page).toContain('role="img" aria-label="两年，条形图，2 项"');
    expect(page).toContain('<th scope="col">2026（万元）</th>');
    expect(page).toContain(
      '<tr><th scope="row">收入</th><td class="number">1,200.5</td><td class="number">-3</td></tr>',
    );
    expect(page).toContain('<td class="number">—</td><td class="number">7</td>');
  });

  it('what does not add up › is said before the figures, apart from what only changed', async () => {
    const page = await read('/m/ABCD0000?lang=en');
    expect(page.indexOf('The total is 2 off')).toBeLessThan(page.indexOf('甲'));
    expect(page).toMatch(
      /class="note faults">[\s\S]*?The total is 2 off[\s\S]*?class="note remarks">[\s\S]*?More than/u,
    );
  });

  it('any of them › no inline style and no script but the page’s own', async () => {
    for (const path of ['/m/RNK00000', '/m/ENT00000', '/m/ABCD0000', `/m/${powers.entries[0]?.code}`]) {
      const page = await read(path);
      expect(page).not.toMatch(/\sstyle=|<style|\son[a-z]+=/u);
      expect(page.match(/<script/gu)).toHaveLength(1);
    }
  });
});

describe('a register on the phone › looking up', () => {
  it('its form and its values › stay within the register', async () => {
    const page = await read('/m/ENT00000');
    expect(page).toContain('<input type="hidden" name="register" value="g-ENT">');
    expect(page).toContain('按登记状态找');
    expect(page).toContain(`href="/m/?register=g-ENT&amp;facet1=${encodeURIComponent('存续')}"`);
  });

  it('narrowed › only entries of the register that have the value are listed, and the value can be let go', async () => {
    const page = await read(`/m/?register=g-ENT&facet1=${encodeURIComponent('注销')}`);
    const listed = [...page.matchAll(/<li><a href="\/m\/([A-Z0-9]+)"/gu)].map(([, code]) => code);
    const wanted = enterprises.entries.filter(
      ({ details: own }) => own?.type === 'entry' && own.facets[0] === '注销',
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(listed).toEqual(wanted.map(({ code }) => code));
    expect(page).toContain('<a href="/m/?register=g-ENT">全部</a>');
    expect(page).toContain('<input type="hidden" name="facet1" value="注销">');
  });

  it('narrowed to what has no entries › it says so and stays within the register', async () => {
    const page = await read(`/m/?register=g-ENT&q=${encodeURIComponent('没有这一家')}`);
    expect(page).toContain('没有这一家');
    expect(page).toContain('name="register" value="g-ENT"');
  });

  it('a register that is not in the release › is no filter, and the entrance shows', async () => {
    const page = await read('/m/?register=nothing&facet1=x');
    expect(page).not.toContain('name="register"');
    expect(page).toContain(complaints.register.title);
  });
});

describe('an entry on the phone', () => {
  it('its cells › stand under the register’s own headings, with units and dates in words', async () => {
    const entry = enterprises.entries[0];
    const page = await read(`/m/${entry?.code}`);
    expect(page).toMatch(/<th scope="row">统一社会信用代码<\/th><td><span class="code">9[0-9A-Z]{17}</u);
    expect(page).toMatch(/<th scope="row">注册资本<\/th><td>[\d,.]+ 万元</u);
    expect(page).toMatch(/<th scope="row">成立日期<\/th><td>\d{4}年\d{1,2}月\d{1,2}日</u);
    expect(page).toContain('href="/m/ENT00000"');
  });

  it('its steps › are an ordered list, and are not told twice', async () => {
    const page = await read(`/m/${codeOf(powers, '食品经营许可')}`);
    expect(page).toMatch(/<ol class="flow"><li class="step">[^→]+<\/li>/u);
    expect(page).not.toContain('→');
  });

  it('shown for a time › the last day it is shown is said', async () => {
    const entry = blacklist.entries.find(({ shown }) => shown?.until);
    const last = new Date(Date.parse(entry?.shown?.until ?? '') - 1 + 8 * 3_600_000);
    const day = `${last.getUTCFullYear()}年${last.getUTCMonth() + 1}月${last.getUTCDate()}日`;
    expect(await read(`/m/${entry?.code}`)).toContain(`公布到 ${day}，到期后自动撤下`);
  });

  it('part of another item › the item is named and led to; one that stands by itself names none', async () => {
    const whole = expenses.entries.find(({ title }) => title.startsWith('3、'));
    const part = await read(`/m/${codeOf(expenses, '（2）公务用车运行维护费')}`);
    expect(part).toContain(`属于 <a href="/m/${whole?.code}">${whole?.title}</a>`);
    expect(await read(`/m/${whole?.code}`)).not.toContain('属于');
  });

  it('of a register whose title does not say when › the period stands beside it', async () => {
    const page = await read(`/m/${complaints.entries[0]?.code}`);
    expect(page).toContain(`${complaints.register.title}（2026年第47周）</a>`);
  });

  it('without its register › what it holds is still told', async () => {
    const page = await read('/m/ABCD0001');
    expect(page).toContain('第一格');
    expect(page).toContain('不在的名录');
  });
});
