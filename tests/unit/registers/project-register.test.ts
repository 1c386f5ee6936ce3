// Views, tables and entries as they are published: bounded, escaped, masked, in the right order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostCategories, mostSeries } from '#shared/catalogue/chart-model.ts';
import { levelsOf } from '#shared/registers/item-levels.ts';
import {
  isTotalRow,
  projectEntry,
  projectRegister,
  type StoredCells,
} from '#shared/registers/project-register.ts';
import { proposeDefinition } from '#shared/registers/propose-definition.ts';
import { parseDefinition, type RegisterDefinition } from '#shared/registers/register-definition.ts';
import { registerTemplates, templateOf } from '#shared/registers/templates.ts';

const template = (id: string): RegisterDefinition => {
  const found = templateOf(id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return found.definition;
};
const project = (
  id: string,
  rows: readonly StoredCells[],
  previous: { readonly period: string; readonly rows: readonly StoredCells[] } | null = null,
) => projectRegister(template(id), { period: '2026年', rows, previous, entries: rows.length });

describe('items › levels', () => {
  test.each([
    [
      ['合计', '1、甲', '2、乙', '其中:(1)丙', '(2)丁', '3、戊'],
      [0, 0, 0, 1, 1, 0],
    ],
    [
      ['一、甲', '1.乙', '2.丙', '（1）丁', '二、戊', '1.己'],
      [0, 1, 1, 2, 0, 1],
    ],
    [
      ['1 甲'.replace(' ', '、'), '1.1乙', '1.2丙', '1.2.1丁', '2、戊'],
      [0, 1, 1, 2, 0],
    ],
    [
      ['甲', '　　乙', '　　丙', '丁'],
      [0, 1, 1, 0],
    ],
    [
      ['甲', '其中：乙', '丙'],
      [0, 1, 0],
    ],
    [
      ['甲', '其中：乙', '其中：丙', '丁'],
      [0, 1, 1, 0],
    ],
    [
      ['甲', '乙', '合 计'],
      [0, 0, 0],
    ],
  ])('when items are %j › they stand at %j', (labels, levels) => {
    expect(levelsOf(labels).map(({ level }) => level)).toEqual(levels);
  });
});

describe('sums', () => {
  const items = (pairs: readonly (readonly [string, string])[]) =>
    project(
      'three-public-expenses',
      pairs.map(([item, current]) => ({ item, current })),
    ).details.notes.map(({ text }) => text);

  test.each([
    [
      'a total above its items',
      [
        ['合计', '3'],
        ['1、甲', '1'],
        ['2、乙', '2'],
      ],
    ],
    [
      'a total below its items',
      [
        ['甲', '1'],
        ['乙', '2'],
        ['合计', '3'],
      ],
    ],
    [
      'subtotals and a grand total',
      [
        ['甲', '1'],
        ['乙', '2'],
        ['小计', '3'],
        ['丙', '4'],
        ['丁', '5'],
        ['小计', '9'],
        ['总计', '12'],
      ],
    ],
    [
      'parts named that are not all',
      [
        ['甲', '10'],
        ['其中：乙', '4'],
        ['丙', '1'],
        ['合计', '11'],
      ],
    ],
    [
      'an item whose sub-items have no figures',
      [
        ['一、甲', '5'],
        ['1.乙', '0'],
        ['2.丙', '5'],
      ],
    ],
    [
      'plain names below numbered ones',
      [
        ['一、甲', '5'],
        ['乙', '1'],
        ['二、丙', '7'],
        ['合计', '12'],
      ],
    ],
  ] as const)('when they add up: %s › nothing is said', (_, pairs) => {
    expect(items(pairs)).toEqual([]);
  });

  test.each([
    [
      [
        ['甲', '1'],
        ['乙', '2'],
        ['合计', '4'],
      ],
      '“合计”的本年数为4万元，分项相加为3万元，相差1万元（可能因四舍五入）。',
    ],
    [
      [
        ['一、甲', '50'],
        ['1.乙', '10'],
        ['2.丙', '20'],
      ],
      '“甲”的本年数为50万元，分项相加为30万元，相差20万元。',
    ],
    [
      [
        ['甲', '10'],
        ['其中：乙', '14'],
      ],
      '“甲”的本年数为10万元，分项相加为14万元，相差4万元。',
    ],
  ] as const)('when they do not: %j › it is said by how much', (pairs, note) => {
    expect(items(pairs)).toEqual([note]);
  });

  test('when any items are added up rightly › nothing is ever said; when one is changed › something always is', () => {
    const cents = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 2, maxLength: 12 });
    const money = (value: number) => (value / 100).toFixed(2);
    fc.assert(
      fc.property(cents, fc.nat(), fc.integer({ min: 1, max: 999 }), (values, pick, slip) => {
        const rows = values.map((value, at): [string, string] => [`${at + 1}、项目${at}`, money(value)]);
        const total: [string, string] = ['合计', money(values.reduce((sum, value) => sum + value, 0))];
        expect(items([total, ...rows])).toEqual([]);
        const at = pick % values.length;
        const wrong = rows.map((row, index): [string, string] =>
          index === at ? [row[0], money((values[at] ?? 0) + slip)] : row,
        );
        expect(items([total, ...wrong]).length).toBe(1);
      }),
    );
  });

  test('when a hundred figures are wrong › a dozen are told and the rest is counted', () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      item: `甲${at}`,
      previous: '1',
      current: '2',
      change: '5',
    }));
    const { notes } = project('three-public-expenses', rows).details;
    expect(notes[12]).toMatchObject({
      text: '另有88处数字对不上。',
      textEn: '88 more figures do not add up.',
    });
    expect(notes.at(-1)?.text).toBe('本年数合计200万元，比上年数增加100万元，增长100.00%。');
  });
});

describe('ranking', () => {
  const rows = (values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([subject, complaints]) => ({ subject, complaints: String(complaints) }));
  const ranking = (
    now: Readonly<Record<string, number>>,
    before: Readonly<Record<string, number>> | null,
  ) => {
    const previous = before === null ? null : { period: '2025年', rows: rows(before) };
    const view = project('complaint-ranking', rows(now), previous).details.views[0];
    return view?.view === 'ranking'
      ? view.rows.map(({ place, label, movement }) => [place, label, movement])
      : [];
  };

  test('when values are equal › they share a place and the next one is left out', () => {
    expect(ranking({ 甲: 5, 乙: 9, 丙: 5, 丁: 1, 合计: 20 }, null)).toEqual([
      [1, '乙', null],
      [2, '甲', null],
      [2, '丙', null],
      [4, '丁', null],
    ]);
  });

  test('when there was a period before › places gained are positive, newcomers have none', () => {
    expect(ranking({ 甲: 9, 乙: 5, 丙: 3 }, { 乙: 9, 甲: 5 })).toEqual([
      [1, '甲', 1],
      [2, '乙', -1],
      [3, '丙', null],
    ]);
  });

  test('when names are written otherwise than last time › they are still the same', () => {
    expect(ranking({ '听松（澜州）店': 1 }, { '听松(澜州)店': 1 })).toEqual([[1, '听松（澜州）店', 0]]);
  });
});

describe('chart', () => {
  test('when a register has more than a chart can show › the rest of a composition is added up, and nothing is lost', () => {
    const definition: RegisterDefinition = {
      ...template('three-public-expenses'),
      views: [{ view: 'chart', chart: 'composition', category: 'item', values: ['current'] }],
    };
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 120 }), (values) => {
        const rows = values.map((value, at) => ({ item: `项目甲${at}乙`, current: String(value) }));
        const { views } = projectRegister(definition, {
          period: null,
          rows,
          previous: null,
          entries: rows.length,
        }).details;
        const chart = views[0]?.view === 'chart' ? views[0].chart : null;
        expect(chart?.categories.length).toBe(Math.min(values.length, mostCategories));
        const sum = chart?.series[0]?.values.reduce<number>((all, value) => all + (value ?? 0), 0);
        expect(sum).toBe(values.reduce((all, value) => all + value, 0));
      }),
    );
  });

  test('when no values are chosen › entries are counted by category, the most first', () => {
    const rows = ['合格', '不合格', '合格', '合格'].map((result, at) => ({ target: `店${at}`, result }));
    const view = project('inspection-results', rows).details.views.find((one) => one.view === 'chart');
    expect(view?.chart).toMatchObject({
      categories: ['合格', '不合格'],
      series: [{ values: [3, 1] }],
      unit: '条',
    });
  });

  test('when any register is projected from anything › its charts keep their bounds', () => {
    const cells = fc.dictionary(
      fc.constantFrom(
        'item',
        'previous',
        'current',
        'actual',
        'kind',
        'subject',
        'complaints',
        'employer',
        'places',
        'result',
        'target',
        'buyer',
        'budget',
        'name',
      ),
      fc.oneof(fc.string({ maxLength: 8 }), fc.integer().map(String)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...registerTemplates),
        fc.array(cells, { maxLength: 60 }),
        ({ definition }, rows) => {
          const { details } = projectRegister(definition, {
            period: null,
            rows,
            previous: { period: null, rows },
            entries: rows.length,
          });
          for (const view of details.views) {
            if (view.view !== 'chart') continue;
            expect(view.chart.categories.length).toBeLessThanOrEqual(mostCategories);
            expect(view.chart.series.length).toBeLessThanOrEqual(mostSeries);
            for (const { values } of view.chart.series)
              expect(values.length).toBe(view.chart.categories.length);
          }
        },
      ),
    );
  });
});

describe('table', () => {
  test('when cells hold markup › it is told as text, and every row has its heading', () => {
    const { tableHtml } = project('three-public-expenses', [
      { item: '<b onclick="x">甲</b>', current: '1234.5', reason: "a & 'b'\n第二行" },
    ]);
    expect(tableHtml).toBe(
      '<table><caption>“三公”经费（2026年，单位：万元）</caption><thead><tr><th scope="col">项目</th><th scope="col" class="number">本年数</th><th scope="col">增减原因</th></tr></thead><tbody><tr><th scope="row">&lt;b onclick=&quot;x&quot;&gt;甲&lt;/b&gt;</th><td class="number">1,234.5</td><td>a &amp; &#39;b&#39;<br>第二行</td></tr></tbody></table>',
    );
  });

  test('when cells hold anything at all › the table has no tag but its own', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = texts.map((text) => ({ item: `甲${text}`, current: '1', reason: text }));
        const tags = [...project('three-public-expenses', rows).tableHtml.matchAll(/<\/?([^\s>]*)/gu)].map(
          ([, name]) => name,
        );
        expect(
          tags.filter((name) => !/^(?:table|caption|thead|tbody|tr|th|td|br)$/u.test(name ?? '')),
        ).toEqual([]);
      }),
    );
  });

  test('when a register is longer than a page › it has no table, and its views say so', () => {
    const rows = Array.from({ length: 501 }, (_, at) => ({ item: `甲${at}`, standard: '1元' }));
    const { tableHtml, tableText, details } = project('fee-list', rows);
    expect([tableHtml, tableText]).toEqual(['', '']);
    expect(details.views).toEqual([{ view: 'look-up' }]);
  });

  test('when a column is hidden or masked › the table holds no raw value', () => {
    const { tableHtml, tableText } = project('black-list', [
      { name: '张小三', reason: '拒不履行', code: '11010519491231002X', until: '2027-01-01' },
    ]);
    for (const text of [tableHtml, tableText]) {
      expect(text).toContain('张*三');
      expect(text).not.toMatch(/张小三|19491231/u);
    }
  });
});

describe('entry', () => {
  test('when it has a first and a last day › it is shown from midnight to midnight in China', () => {
    const entry = projectEntry(template('black-list'), {
      name: '某公司',
      reason: '甲',
      'listed-on': '2026-03-02',
      until: '2026-12-31',
    });
    expect(entry.shown).toEqual({ from: '2026-03-01T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' });
    expect(entry.date).toBe('2026-03-02');
  });

  test('when its code is that of an organisation › its name stays though no word in it says so', () => {
    const named = (name: string, code: string) =>
      projectEntry(template('black-list'), { name, code, reason: '甲' }).title;
    expect(named('老渡口家常菜', '91350100M000100Y43')).toBe('老渡口家常菜');
    expect(named('老渡口家常菜', '91350100M000100Y44')).toBe('老****菜');
    expect(named('张小三', '91350100M000100Y43')).toBe('张*三');
    expect(named('家常菜摊点（经营者：张小三）', '91350100M000100Y43')).not.toContain('张小三');
  });

  test.each([
    ['2026-02', '2026-02-28T16:00:00.000Z'],
    ['2026', '2026-12-31T16:00:00.000Z'],
    ['长期', null],
  ])('when its last day is %s › it ends at %s', (until, end) => {
    const { shown } = projectEntry(template('black-list'), { name: '某公司', reason: '甲', until });
    expect(shown?.until ?? null).toBe(end);
  });

  test('when its code is a document’s › it is a document number, else an index number unless masked', () => {
    const document = projectEntry(template('current-documents'), {
      title: '办法',
      number: '渚政规〔2024〕2号',
    });
    expect([document.docNo, document.indexNo]).toEqual(['渚政规〔2024〕2号', null]);
    const firm = projectEntry(template('enterprise-info'), {
      name: '听松店',
      'credit-code': '9200000000000GFA1N',
    });
    expect([firm.docNo, firm.indexNo]).toEqual([null, '9200000000000GFA1N']);
    const person = projectEntry(template('black-list'), {
      name: '张小三',
      code: '11010519491231002X',
      reason: '甲',
    });
    expect(person.indexNo).toBeNull();
  });

  test('when a column only says until when something holds › that is no date of the entry', () => {
    const { definition } = proposeDefinition({
      title: '许可登记表',
      headings: ['名称', '有效期至'],
      sample: [['某单位', '2030-01-01']],
    });
    const [name, until] = definition.columns;
    expect(until?.type).toBe('date');
    const cells = { [name?.key ?? '']: '某单位', [until?.key ?? '']: '2030-01-01' };
    expect(projectEntry(definition, cells).date).toBeNull();
  });

  test('when an archive’s paper is old and was opened lately › its date is that of the paper', () => {
    const paper = projectEntry(template('open-archives'), {
      title: '渡口管理办法',
      formed: '1964-07-09',
      'opened-on': '2024-06-09',
      fonds: '035',
    });
    expect([paper.date, paper.shown?.from]).toEqual(['1964-07-09', '2024-06-08T16:00:00.000Z']);
  });

  test('when a row only adds others up › it is told from an entry', () => {
    const isTotal = (item: string) => isTotalRow(template('three-public-expenses'), { item, current: '1' });
    expect(['合计', '收入合计', '小 计', '1、公务接待费', '合计划拨款'].map(isTotal)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('when facets are masked columns too › each stands in its place, null where the entry has none', () => {
    const { facets, summary } = projectEntry(template('enterprise-info'), {
      name: '听松店',
      kind: '个体工商户',
      capital: '12345',
    });
    expect(facets).toEqual([null, '个体工商户', null]);
    expect(summary).toBe('主体类型：个体工商户；注册资本：12,345万元');
  });
});

describe('definition', () => {
  const sound = template('red-list');
  test.each([
    ['no object', null, /register/u],
    ['an id of capitals', { ...sound, id: 'Red' }, /register\.id/u],
    ['no columns', { ...sound, columns: [] }, /columns/u],
    [
      'two titles',
      { ...sound, columns: sound.columns.map((column) => ({ ...column, roles: ['title'] })) },
      /exactly one/u,
    ],
    [
      'four facets',
      { ...sound, columns: sound.columns.map((column) => ({ ...column, isFacet: true })) },
      /at most 3/u,
    ],
    ['a view of nothing', { ...sound, views: [{ view: 'ranking', value: 'nothing' }] }, /views\[0\]\.value/u],
    [
      'an unknown mask',
      { ...sound, columns: sound.columns.map((column) => ({ ...column, mask: 'blur' })) },
      /columns\[0\]\.mask/u,
    ],
    [
      'too many columns',
      { ...sound, columns: Array.from({ length: 61 }, () => sound.columns[0]) },
      /more than 60/u,
    ],
  ])('when there is %s › it is refused with the place', (_, value, message) => {
    expect(() => parseDefinition(value)).toThrow(message);
  });

  test('when anything at all is given › it is refused as a definition and as nothing else', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => parseDefinition(value)).toThrow(/register\.bad-definition/u);
      }),
    );
  });
});
