// What is proposed for spreadsheets nobody described: ready-made registers by their headings, else types and masks.
import { describe, expect, test } from 'vitest';
import { mapHeadings, periodOfTitle, unitOfHeading, yearOfHeading } from '#shared/registers/headings.ts';
import { idCheckCharacter } from '#shared/registers/id-number.ts';
import { proposeDefinition } from '#shared/registers/propose-definition.ts';
import { parseDefinition } from '#shared/registers/register-definition.ts';
import { registerTemplates, templateOf } from '#shared/registers/templates.ts';
import { cellsOf, readTable } from './read-table.ts';

const propose = (title: string, headings: string, ...rows: string[]) =>
  proposeDefinition({ title, headings: headings.split('|'), sample: rows.map((row) => row.split('|')) });

const idNumber = (birthday: string, serial: string) => {
  const digits = `000000${birthday}${serial}`;
  return digits + idCheckCharacter(digits);
};

describe('headings', () => {
  test.each([
    ['收费标准(元)', '元'],
    ['金额（万元）', '万元'],
    ['金额 单位：万元', '万元'],
    ['占比(%)', '%'],
    ['增长%', '%'],
    ['名称（全称）', null],
    ['标准（元/平方米）', '元/平方米'],
  ])('when a heading is %j › its unit is %j', (heading, unit) => {
    expect(unitOfHeading(heading)).toBe(unit);
  });

  test.each([
    ['奉新县2023年“三公”经费预算', '2023年'],
    ['一周消费投诉排行（2026年第47周，11月16日至22日）', '2026年第47周'],
    ['2026年三季度财政收支', '2026年三季度'],
    ['2025年度决算', '2025年度'],
    ['２０２６年１—１０月'.slice(0, 5), '2026年'],
    ['开放档案目录', null],
  ])('when a title is %j › it is about %j', (title, period) => {
    expect(periodOfTitle(title)).toBe(period);
  });

  test('when headings name years › changes between years are not figures of a year', () => {
    const years = ['2022年预算数', '2023年决算', '2024', '2023年比2022年增减', '2023年占比', '项目'].map(
      yearOfHeading,
    );
    expect(years).toEqual([2022, 2023, 2024, null, null, null]);
  });

  test('when next year’s sheet comes › its years take the places of the ones before', () => {
    const template = templateOf('three-public-expenses');
    expect(
      mapHeadings(template?.definition ?? { columns: [], template: null }, [
        '项目',
        '2025年',
        '2024年',
        '2025年比2024年增减',
        '备注',
      ]),
    ).toEqual(['item', 'current', 'previous', 'change', 'reason']);
  });
});

describe('ready-made registers', () => {
  test.each(registerTemplates.map((template) => [template.id, template] as const))(
    '%s › when looked at › it is sound, and has at most three facets, a title in both languages and a rule of update',
    (id, { definition, titles, headings, needs }) => {
      expect(parseDefinition(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
      expect(definition.template).toBe(id);
      expect(definition.updateRule).not.toBeNull();
      expect(titles.zh).toMatch(/\p{Script=Han}/u);
      expect(titles.en).toMatch(/^[A-Z][\w ,()-]+$/u);
      for (const key of needs.flat()) expect([...headings.keys()]).toContain(key);
    },
  );

  test.each(registerTemplates.map((template) => [template.id, template] as const))(
    '%s › when a sheet has its own headings in any order › it is recognised and every column finds its place',
    (id, { definition, titles }) => {
      const columns = [...definition.columns].reverse();
      const { template, mapping } = proposeDefinition({
        title: titles.zh,
        headings: columns.map(({ title }) => title),
        sample: [],
      });
      expect(template).toBe(id);
      expect(mapping).toEqual(columns.map(({ key }) => key));
    },
  );

  test('when two lists have the same headings › their titles tell the red one from the black', () => {
    const headings = '名称|统一社会信用代码|列入原因|列入机关|公布截止';
    expect(propose('守信红榜', headings).template).toBe('red-list');
    expect(propose('严重失信主体名单', headings).template).toBe('black-list');
    expect(propose('名单', headings).template).toBeNull();
  });

  test('when a sheet has a column more › it is kept behind the others and found by its heading', () => {
    const { definition, mapping } = propose(
      '企业登记信息',
      '企业名称|信用代码|经营状态|党组织隶属',
      '听松店|9200000000000GFA1N|存续|书台街道',
    );
    expect(mapping).toEqual(['name', 'credit-code', 'status', 'c4']);
    expect(definition.columns.at(-1)).toMatchObject({ key: 'c4', title: '党组织隶属' });
    expect(mapHeadings(definition, ['党组织隶属', '单位名称', '统一社会信用代码'])).toEqual([
      'c4',
      'name',
      'credit-code',
    ]);
  });

  test.each([
    ['有关文件', '标题|文号|发布机构|成文日期|正文'],
    ['办事指南', '事项名称|受理条件|申请材料|办理时限|办理地点'],
    ['公示', '标题|公示开始日期|公示结束日期|正文'],
    ['三大产业', '行业|数量|占比'],
    ['低保标准', '项目|标准|备注'],
    ['考核情况', '单位名称|结果'],
    ['表彰名单', '姓名|单位|职务'],
    ['重大项目', '项目名称|建设单位|投资额|建设内容'],
    ['编制情况', '岗位|人数'],
    ['合同', '名称|期限'],
  ])('when a table is none of them (%s) › none is recognised with confidence', (title, headings) => {
    expect(propose(title, headings).confidence).toBeLessThan(0.6);
  });
});

describe('a sheet of its own', () => {
  test('when it lists private persons › what points to them is masked or hidden', () => {
    const row = (name: string, day: string, mobile: string) =>
      `1|${name}|${idNumber(day, '123')}|明渚区书台街道明德路${day.slice(-1)}号|${mobile}|6200000000000000${day.slice(-3)}|1,250`;
    const { definition } = propose(
      '困难学生资助发放表',
      '序号|学生姓名|身份证号|家庭住址|联系电话|银行卡号|资助金额（元）',
      row('张小三', '20110304', '13800138000'),
      row('李四', '20120511', '13900139000'),
      row('王小五', '20101224', '15900159000'),
    );
    expect(definition.columns.map(({ title, mask, unit, isShown }) => [title, mask, unit, isShown])).toEqual([
      ['学生姓名', 'person-name', null, true],
      ['身份证号', 'id-number', null, true],
      ['家庭住址', 'address', null, true],
      ['联系电话', 'phone', null, true],
      ['银行卡号', 'hidden', null, false],
      ['资助金额', 'none', '元', true],
    ]);
  });

  test('when people in office are named › they are not masked', () => {
    const { definition } = propose(
      '河长名单',
      '河流名称|河长姓名|责任单位',
      '渚水|骆行川|明渚区水务局',
      '竹溪|石涧松|石笕镇人民政府',
    );
    expect(definition.columns.map(({ type, mask }) => [type, mask])).toEqual([
      ['text', 'none'],
      ['text', 'none'],
      ['agency', 'none'],
    ]);
  });

  test('when figures run through months › a line is proposed', () => {
    const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月|${20 + (at % 5)}|${30 + at}.5`);
    const { definition } = propose('2025年空气质量', '月份|优良天数（天）|PM2.5平均浓度', ...months);
    expect(definition.views).toContainEqual({ view: 'chart', chart: 'line', category: 'c1', values: ['c2'] });
    expect(definition.columns.map(({ type, unit }) => [type, unit])).toEqual([
      ['text', null],
      ['number', '天'],
      ['number', null],
    ]);
  });

  test('when totals stand beside and below their parts › both are checked, and what is wrong is said', () => {
    const table = readTable(
      cellsOf(
        '各镇街支出,,,\n镇街,基本支出（万元）,项目支出（万元）,合计（万元）\n书台街道,120,80,200\n鹤汀街道,90,60,155\n石笕镇,70,30,100\n合计,280,170,455\n',
      ),
    );
    expect(table.definition.checks.map(({ check }) => check)).toEqual(['sums', 'row-total']);
    expect(table.rows.map(({ warnings }) => warnings.length)).toEqual([0, 1, 0, 1]);
    expect(table.project().details.notes.map(({ text }) => text)).toEqual([
      '“鹤汀街道”的合计写的是155.00万元，按表中数字应为150.00万元。',
      '“合计”的合计写的是455.00万元，按表中数字应为450.00万元。',
    ]);
  });

  test('when a title repeats › as many columns as it takes tell the rows apart', () => {
    const { definition } = propose(
      '线路时刻',
      '线路|方向|首班',
      '1路|东|5:50',
      '1路|西|6:00',
      '2路|东|5:50',
      '2路|西|6:10',
    );
    const identity = definition.columns
      .filter(({ roles }) => roles.includes('identity'))
      .map(({ title }) => title);
    expect(identity).toEqual(['线路', '方向']);
  });

  test.each([
    ['明渚区一周消费投诉排行（2026年第47周，11月16日至22日）', '明渚区一周消费投诉排行'],
    ['明渚区各街道收支结余（单位：万元）', '明渚区各街道收支结余'],
    ['表1：2022年投诉问题类别分析表', '2022年投诉问题类别分析表'],
    ['单位：万元\n附件2 明渚区(听松片区)名单', '明渚区（听松片区）名单'],
  ])('when the words above are %j › the register is called %j', (title, name) => {
    expect(propose(title, '名称|件数').definition.title).toBe(name);
  });

  test('when an id is given › the register has it; what is proposed is always sound', () => {
    const { definition } = proposeDefinition(
      { title: '', headings: ['', '名称'], sample: [['x', 'y']] },
      'own-one',
    );
    expect(definition.id).toBe('own-one');
    expect(() => parseDefinition({ ...definition, title: '一' })).not.toThrow();
  });
});
