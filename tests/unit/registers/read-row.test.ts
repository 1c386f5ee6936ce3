// Rows as offices type them: what is tidied silently, what is refused, what staff are told to look at.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import { readRow } from '#shared/registers/read-row.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import { templateOf } from '#shared/registers/templates.ts';
import { tidyCode, tidyLine, tidyParagraphs } from '#shared/registers/tidy-text.ts';
import { creditCodes, idNumbers } from './arbitrary.ts';

const base: Omit<RegisterColumn, 'key' | 'title' | 'type'> = {
  unit: null,
  isSearchable: true,
  isShown: true,
  isFacet: false,
  isSortable: false,
  mask: 'none',
  roles: [],
};

const definition: RegisterDefinition = {
  id: 'things',
  template: null,
  title: '事物',
  summary: '',
  columns: [
    { ...base, key: 'name', title: '名称', type: 'text', roles: ['title', 'identity'] },
    { ...base, key: 'no', title: '文号', type: 'code' },
    { ...base, key: 'sum', title: '金额', type: 'money', unit: '万元' },
    { ...base, key: 'day', title: '日期', type: 'date' },
    { ...base, key: 'end', title: '有效期至', type: 'date' },
    { ...base, key: 'flow', title: '流程', type: 'steps' },
    { ...base, key: 'note', title: '备注', type: 'text' },
  ],
  views: [],
  checks: [{ check: 'date-order', from: 'day', until: 'end' }],
  updateRule: null,
};

function read(cells: Record<string, string>) {
  return readRow(definition, new Map(Object.entries({ name: '甲', ...cells })));
}

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe('row › tidying', () => {
  test.each([
    ['柏丽(滁州)新能源有限公司', '柏丽（滁州）新能源有限公司'],
    ['听松ＡＢＣ１２３店 ', '听松ABC123店'],
    ['\u3000 听松\u00a0店\t', '听松店'],
    ['听  松', '听松'],
    ['渚政规[2024]2号', '渚政规〔2024〕2号'],
    ['渚政规【2024】 2 号', '渚政规〔2024〕2号'],
    ['渚政规（2024）2号', '渚政规〔2024〕2号'],
    ['渚政规［2024］第2号', '渚政规〔2024〕第2号'],
    ['听松(澜州(北))公司', '听松（澜州（北））公司'],
    ['ISO (2015) standard', 'ISO (2015) standard'],
    ['⼈⺠法院', '人民法院'],
  ])('when a text is %j › it is stored as %j', (raw, stored) => {
    expect(tidyLine(raw)).toBe(stored);
  });

  test('when a text is tidied again › nothing changes any more', () => {
    const messy = fc.string({
      unit: fc.constantFrom(...'公司( )（）[]【】〔〕2024第号ＡＺａ１２ \u00a0\u3000\t.．-－①●《》'),
    });
    fc.assert(
      fc.property(messy, (text) => {
        for (const tidy of [tidyLine, tidyCode]) expect(tidy(tidy(text))).toBe(tidy(text));
        expect(tidyLine(tidyParagraphs(text))).toBe(tidyLine(tidyParagraphs(tidyParagraphs(text))));
      }),
      { examples: [['①●\t公'], ['2 (公）'], ['( )公'], ['(　)公']] },
    );
  });

  test('when cells are messy › they are stored tidy and nothing is said about it', () => {
    const { cells, problems, warnings } = read({
      no: '渚财 [2026]１号',
      sum: '２３，７８７，７００元',
      day: '2024年1月5日',
      end: '长期',
      flow: '1.受理 2.审查\n3.决定',
    });
    expect(cells).toEqual({
      name: '甲',
      no: '渚财〔2026〕1号',
      sum: '2378.77',
      day: '2024-01-05',
      end: '长期',
      flow: '受理→审查→决定',
    });
    expect([problems, warnings]).toEqual([[], []]);
  });

  test('when an item is indented › its depth is kept', () => {
    expect(read({ name: '    公务接待费' }).cells.name).toBe('\u3000\u3000公务接待费');
  });

  test('when names differ in width, brackets and blanks alone › they are one entry', () => {
    const names = ['听松（澜州）ABC店', '听松(澜州)ＡＢＣ店', ' 听松（澜州）abc 店'];
    expect(new Set(names.map((name) => read({ name }).identity)).size).toBe(1);
  });
});

describe('row › what is refused', () => {
  test.each([
    [{ name: '' }, ['register.title-missing', 'register.identity-missing']],
    [{ sum: '三百左右' }, ['register.number-unreadable']],
    [{ sum: '5万美元' }, ['register.unit-mismatch']],
    [{ day: '昨天' }, ['register.date-unreadable']],
    [{ day: '2024-02-30' }, ['register.date-impossible']],
    [{ no: '9.2E+17' }, ['register.code-rounded']],
    [{ note: '长'.repeat(5001) }, ['register.cell-too-long']],
  ] as const)('when it says %j › it is refused with %j', (cells, expected) => {
    expect(codes(read(cells as Record<string, string>).problems)).toEqual(expected);
  });

  test('when a credit code of the enterprise register has a slip › the row is refused and told what was expected', () => {
    const enterprise = templateOf('enterprise-info')?.definition as RegisterDefinition;
    fc.assert(
      fc.property(creditCodes, (code) => {
        const good = readRow(
          enterprise,
          new Map([
            ['name', '听松店'],
            ['credit-code', ` ${code.toLowerCase()} `],
          ]),
        );
        expect([good.cells['credit-code'], good.problems]).toEqual([code, []]);
        const last = code.endsWith('0') ? '1' : '0';
        const slip = readRow(
          enterprise,
          new Map([
            ['name', '听松店'],
            ['credit-code', code.slice(0, 17) + last],
          ]),
        );
        expect(slip.problems).toEqual([
          {
            key: 'credit-code',
            code: 'register.credit-code-check',
            details: { text: code.slice(0, 17) + last, expected: code[17] },
          },
        ]);
      }),
    );
  });

  test('when the black list names no end › the row is refused', () => {
    const black = templateOf('black-list')?.definition as RegisterDefinition;
    const { problems } = readRow(
      black,
      new Map([
        ['name', '张小三'],
        ['reason', '拒不履行'],
      ]),
    );
    expect(problems.map(({ key, code }) => [key, code])).toEqual([['until', 'register.value-missing']]);
  });
});

describe('row › what is pointed out', () => {
  test('when the end comes before the beginning › it is said, and the row is taken', () => {
    const { problems, warnings } = read({ day: '2026-03-01', end: '2025年' });
    expect([codes(problems), codes(warnings)]).toEqual([[], ['register.dates-reversed']]);
    expect(read({ day: '2026-03-01', end: '2026年' }).warnings).toEqual([]);
  });

  test('when the number of a person stands in a column that is not masked › it is said', () => {
    fc.assert(
      fc.property(idNumbers, (number) => {
        expect(codes(read({ note: `持证人${number}` }).warnings)).toEqual(['register.id-number-shown']);
      }),
    );
    expect(codes(read({ note: '联系13800138000' }).warnings)).toEqual(['register.mobile-number-shown']);
    expect(read({ note: '联系0600-5550153' }).warnings).toEqual([]);
  });

  test('when a change between two years is miscalculated › it is said with the right figure', () => {
    const budget = templateOf('three-public-expenses')?.definition as RegisterDefinition;
    const row = (change: string) =>
      readRow(
        budget,
        new Map([
          ['item', '公务接待费'],
          ['previous', '1114.54'],
          ['current', '989.86'],
          ['change', change],
        ]),
      );
    expect(row('-124.68').warnings).toEqual([]);
    expect(row('-125.68').warnings).toEqual([
      {
        key: 'change',
        code: 'register.difference-wrong',
        details: { title: '增减', found: '-125.68', expected: '-124.68' },
      },
    ]);
  });
});
