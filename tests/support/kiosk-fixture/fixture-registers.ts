// Registers with every view and their entries, made up, and projected as the hub projects them.
import { type ProjectedRegister, projectEntry, projectRegister } from '#shared/registers/project-register.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import { subItemsOf } from '#shared/registers/sub-items.ts';
import { templateOf } from '#shared/registers/templates.ts';
import { type FixtureRecord, makeRecord } from './fixture-records.ts';
import { agencies } from './venue.ts';

type Row = Readonly<Record<string, string>>;

interface RegisterFixture {
  readonly definition: RegisterDefinition;
  readonly agency: number;
  readonly nodeId: string;
  readonly period: string | null;
  readonly publishedOn: string;
  readonly rows: readonly Row[];
  readonly previous: readonly Row[] | null;
}

/** Names by which tests open a register or one of its entries. */
export const registerIds = {
  enterprises: 'g-enterprise-info',
  ranking: 'g-complaint-ranking',
  expenses: 'g-three-public-expenses',
  powers: 'g-power-list',
  blackList: 'g-black-list',
  monthly: 'g-monthly',
} as const;

/** The entry at this place of a register. */
export const entryIdOf = (registerId: string, at: number) => `${registerId}-${at + 1}`;

function template(id: string, changes: Partial<RegisterDefinition> = {}): RegisterDefinition {
  const definition = templateOf(id)?.definition;
  if (definition === undefined) throw new Error(`there is no template ${id}`);
  return { ...definition, ...changes };
}

const namesOfFirms = [
  '云栖',
  '禾木',
  '青石',
  '百川',
  '明达',
  '松风',
  '安和',
  '长青',
  '新桥',
  '东篱',
  '启程',
  '白鹭',
];
const trades = ['食品', '机械', '信息科技', '建材', '物流', '餐饮管理', '园林', '教育咨询'];
const forms = ['有限公司', '有限责任公司', '合伙企业（有限合伙）', '经营部'];
const states = ['存续', '存续', '存续', '存续', '经营异常', '注销'];
const kinds = ['有限责任公司', '有限责任公司（自然人独资）', '合伙企业', '个体工商户'];

function enterprise(at: number): Row {
  const name = `${namesOfFirms[at % 12]}${trades[(at * 5) % 8]}${forms[at % 4]}`;
  return {
    name,
    'credit-code': `9111${String(1_000_000 + at * 7_919).slice(0, 7)}MA01${String(10 + (at % 89))}X`,
    status: states[at % 6] ?? '存续',
    kind: kinds[at % 4] ?? '',
    founded: `20${String(8 + (at % 17)).padStart(2, '0')}-${String((at % 12) + 1).padStart(2, '0')}-1${at % 9}`,
    authority: at % 5 === 0 ? '临溪区行政审批局' : (agencies[7]?.name ?? ''),
    capital: String(50 + at * 30),
    representative: '许明远',
    address: `明德路 ${12 + at * 4} 号`,
    scope: `${trades[(at * 5) % 8]}的生产、销售和有关服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）`,
    phone: '13900001234',
  };
}

const complained: readonly (readonly [string, number, number])[] = [
  ['网络购物退换货', 186, 143],
  ['餐饮服务与预付卡', 142, 166],
  ['家用电器售后维修', 97, 88],
  ['装饰装修质量与工期', 81, 81],
  ['健身房停业退费', 74, 0],
  ['汽车销售与保养', 52, 61],
  ['校外培训退费', 41, 44],
  ['物业服务收费', 38, 52],
  ['快递丢失损毁', 27, 19],
  ['美容美发', 12, 15],
];

const complaint = (name: string, count: number): Row => ({
  subject: name,
  complaints: String(count),
  solved: String(Math.round(count * 0.86)),
});

const expenses: readonly Row[] = [
  { item: '一、因公出国（境）费', previous: '46', current: '38.5', change: '-7.5' },
  { item: '二、公务接待费', previous: '128.6', current: '97.2', change: '-31.4' },
  { item: '三、公务用车购置及运行费', previous: '352.4', current: '331', change: '-21.4' },
  { item: '（一）公务用车购置费', previous: '96', current: '72', change: '-24' },
  { item: '（二）公务用车运行维护费', previous: '256.4', current: '259', change: '2.6' },
  { item: '合计', previous: '527', current: '476.7', change: '-60.3' },
];

const powers: readonly Row[] = [
  {
    name: '食品经营许可',
    kind: '行政许可',
    agency: agencies[7]?.name ?? '',
    code: '000131011000',
    level: '县级',
    basis: '《中华人民共和国食品安全法》第三十五条；《食品经营许可和备案管理办法》第四条',
    steps: '受理申请→材料审查→现场核查→作出决定→制证并公开',
    duty: '受理时一次告知需要补正的材料；作出不予许可决定的，说明理由并告知救济途径。',
    phone: '12345',
  },
  {
    name: '对无照经营的处罚',
    kind: '行政处罚',
    agency: agencies[7]?.name ?? '',
    code: '000231022000',
    level: '县级',
    basis: '《无证无照经营查处办法》第十三条',
    steps: '立案→调查取证→告知权利→作出决定→送达执行→结案公开',
  },
  {
    name: '最低生活保障金的给付',
    kind: '行政给付',
    agency: agencies[1]?.name ?? '',
    code: '000512001000',
    level: '县级',
    basis: '《社会救助暂行办法》第十一条',
    steps: '申请→入户调查→公示→审核确认→发放',
  },
];

const blackListed: readonly Row[] = [
  {
    name: '百川餐饮管理有限公司',
    reason: '使用超过保质期的食品原料，逾期未改正',
    kind: '食品安全严重违法',
    code: '91110000MA01XXXX2X',
    authority: agencies[7]?.name ?? '',
    basis: '《市场监督管理严重违法失信名单管理办法》第五条',
    'listed-on': '2026-03-02',
    until: '2029-03-01',
    repair: '满一年后可以向列入机关申请提前移出',
  },
];

const monthlyDefinition: RegisterDefinition = {
  id: 'monthly',
  template: null,
  title: '各窗口每月办件量',
  summary: '政务服务中心三类窗口每月受理的件数。',
  columns: [
    column('month', '月份', 'text', ['title', 'identity']),
    column('civil', '民政', 'number'),
    column('social', '社会保障', 'number'),
    column('market', '市场监管', 'number'),
  ],
  views: [
    { view: 'chart', chart: 'line', category: 'month', values: ['civil', 'social', 'market'] },
    { view: 'table' },
  ],
  checks: [],
  updateRule: '每月更新',
};

function column(
  key: string,
  title: string,
  type: 'text' | 'number',
  roles: RegisterDefinition['columns'][number]['roles'] = [],
): RegisterDefinition['columns'][number] {
  const unit = type === 'number' ? '件' : null;
  return {
    ...{ key, title, type, unit, roles, mask: 'none' },
    ...{ isSearchable: true, isShown: true, isFacet: false, isSortable: false },
  };
}

const monthly: readonly Row[] = Array.from({ length: 10 }, (_, at) => ({
  month: `${at + 1}月`,
  civil: String(420 + Math.round(90 * Math.sin(at * 0.8))),
  social: at === 4 ? '' : String(980 + at * 46 - (at % 3) * 70),
  market: String(760 - at * 12 + (at % 4) * 55),
}));

const fixtures: readonly RegisterFixture[] = [
  {
    ...{ definition: template('enterprise-info'), agency: 7, nodeId: 'n20-5', period: null },
    ...{
      publishedOn: '2026-11-18',
      previous: null,
      rows: Array.from({ length: 40 }, (_, at) => enterprise(at)),
    },
  },
  {
    ...{ definition: template('complaint-ranking'), agency: 7, nodeId: 'n20-6', period: '2026年第46周' },
    ...{
      publishedOn: '2026-11-16',
      rows: complained.map(([name, count]) => complaint(name, count)),
      previous: complained
        .filter(([, , before]) => before > 0)
        .map(([name, , count]) => complaint(name, count)),
    },
  },
  {
    ...{ definition: template('three-public-expenses'), agency: 5, nodeId: 'n20-7', period: '2025年' },
    ...{ publishedOn: '2026-08-30', rows: expenses, previous: null },
  },
  {
    ...{ definition: template('power-list'), agency: 0, nodeId: 'n20-6', period: null },
    ...{ publishedOn: '2026-06-01', rows: powers, previous: null },
  },
  {
    ...{ definition: template('black-list'), agency: 7, nodeId: 'n20-6', period: null },
    ...{ publishedOn: '2026-03-02', rows: blackListed, previous: null },
  },
  {
    ...{ definition: monthlyDefinition, agency: 0, nodeId: 'n20-4', period: '2026年' },
    ...{ publishedOn: '2026-11-02', rows: monthly, previous: null },
  },
];

function project({ definition, period, rows, previous }: RegisterFixture): ProjectedRegister {
  return projectRegister(definition, {
    period,
    rows,
    previous: previous === null ? null : { period: null, rows: previous },
    entries: rows.length,
  });
}

function recordsOf(fixture: RegisterFixture): FixtureRecord[] {
  const { definition, agency, nodeId, publishedOn, rows } = fixture;
  const { details, tableHtml } = project(fixture);
  const id = `g-${definition.id}`;
  const placed = rows.map((cells, at) => ({ id: entryIdOf(id, at), cells }));
  const subItems = subItemsOf(definition, placed) ?? [];
  const register = makeRecord(
    'register',
    definition.title,
    agency,
    {
      id,
      nodeId,
      date: publishedOn,
      publishedOn,
      summary: definition.summary,
      details: { ...details, subItems },
    },
    tableHtml === '' ? [] : [tableHtml],
  );
  const entries = rows.map((row, at) => {
    const { cells, facets, ...entry } = projectEntry(definition, row);
    const registerTitle = definition.title;
    return makeRecord('entry', entry.title, agency, {
      ...entry,
      ...{ id: entryIdOf(id, at), nodeId, publishedOn },
      details: { type: 'entry', registerId: id, registerTitle, cells, facets },
    });
  });
  return [register, ...entries];
}

/** Every register, each followed by its entries. */
export function registerRecords(): FixtureRecord[] {
  return fixtures.flatMap(recordsOf);
}
