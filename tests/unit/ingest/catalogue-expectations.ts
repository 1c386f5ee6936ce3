// What a careful librarian reads in each of the fifteen real catalogue sheets: written by hand, row by row.
import type { Channel, MatterDetails } from '#shared/catalogue/details.ts';

/** One item as it should come out. Rows count from 1 as a spreadsheet shows them. */
export interface ExpectedMatter {
  readonly row: number;
  readonly levels: readonly string[];
  readonly agency: string;
  /** Type and figures of the deadline rule, e.g. `working-days 20`. */
  readonly deadline: string;
  readonly channels: readonly Channel[];
  readonly otherChannels?: readonly string[];
  readonly audience?: MatterDetails['audience'];
  readonly mode?: MatterDetails['mode'];
  readonly tiers?: MatterDetails['tiers'];
}

export interface ExpectedSheet {
  readonly file: string;
  readonly field: string;
  /** Rows with data in the sheet, half-rows included. */
  readonly rows: number;
  /** Half-rows and the item they carry on. */
  readonly joined?: readonly (readonly [row: number, into: number])[];
  readonly matters: readonly ExpectedMatter[];
}

const everyoneAsUsual = { audience: ['everyone'], mode: ['proactive'] } as const;
const approvalPlatform = '投资项目在线审批监管平台';

export const expectedSheets: readonly ExpectedSheet[] = [
  {
    // One item level; uneven blanks between boxes; the township column is ticked.
    file: '01_德安_涉农资金.csv',
    field: '涉农资金',
    rows: 2,
    matters: [
      {
        row: 4,
        levels: ['政策文件'],
        agency: '镇级人民政府',
        deadline: 'working-days 20',
        channels: ['website', 'reading-point'],
        ...everyoneAsUsual,
        tiers: ['township'],
      },
      {
        row: 5,
        levels: ['资金明细'],
        agency: '镇级人民政府',
        deadline: 'working-days 20',
        channels: ['website', 'reading-point'],
        ...everyoneAsUsual,
        tiers: ['township'],
      },
    ],
  },
  {
    // Ticks were pictures: nobody can say for whom, how, at which tier.
    file: '03_腾冲荷花镇_社会救助.csv',
    field: '社会救助',
    rows: 2,
    matters: [
      {
        row: 4,
        levels: ['综合业务', '政策法规'],
        agency: '乡镇人民政府',
        deadline: 'working-days 10',
        channels: ['website', 'notice-board'],
        audience: [],
        mode: [],
        tiers: [],
      },
      {
        row: 5,
        levels: ['综合业务', '监督检查'],
        agency: '乡镇人民政府',
        deadline: 'working-days 10',
        channels: ['website', 'notice-board'],
        audience: [],
        mode: [],
        tiers: [],
      },
    ],
  },
  {
    // Cells padded with blanks; the last row only carries its names, the rest repeats the row above.
    file: '04_天津宝坻_社会救助.csv',
    field: '社会救助',
    rows: 5,
    matters: (
      [
        [4, '综合业务', '政策'],
        [5, '综合业务', '监督'],
        [6, '最低生活保障', '政策'],
        [7, '最低生活保障', '办事指南'],
        [8, '最低生活保障', '审核'],
      ] as const
    ).map(([row, ...levels]) => ({
      row,
      levels,
      agency: '县级政府民政部门、乡镇政府(街道办事处)',
      deadline: 'working-days 10',
      channels: ['website'],
      ...everyoneAsUsual,
      tiers: ['county', 'township', 'village'],
    })),
  },
  {
    // GB18030, no title, merges everywhere: from the third item on only the notice board is named.
    file: '06_牟定凤屯镇_社会救助.csv',
    field: '社会救助',
    rows: 9,
    matters: (
      [
        [3, '综合业务', '政策法规文件'],
        [4, '综合业务', '监督检查'],
        [5, '最低生活保障', '政策法规文件'],
        [6, '最低生活保障', '办事指南'],
        [7, '最低生活保障', '审核信息'],
        [8, '最低生活保障', '审批信息'],
        [9, '特困人员救助供养', '政策法规文件'],
        [10, '特困人员救助供养', '办事指南'],
        [11, '特困人员救助供养', '审核信息'],
      ] as const
    ).map(([row, ...levels]) => ({
      row,
      levels,
      agency: '镇人民政府',
      deadline: 'working-days 10',
      channels: row < 5 ? ['website', 'service-centre', 'notice-board'] : ['notice-board'],
      audience: ['everyone'],
      mode: [],
      tiers: [],
    })),
  },
  {
    // Two tables, each with title and header; 同上 with nothing above it stays words.
    file: '08_宿迁井头街道_重大建设与公共资源.csv',
    field: '公共资源交易',
    rows: 3,
    matters: [
      {
        row: 5,
        levels: ['征收土地信息', '征收土地信息'],
        agency: '辖区政府和相关审批部门',
        deadline: 'text',
        channels: ['website', 'social', 'briefing', 'service-centre', 'other'],
        otherChannels: [approvalPlatform],
        audience: [],
        mode: [],
        tiers: [],
      },
      {
        row: 9,
        levels: ['工程建设项目招标投标信息', '审批核准信息'],
        agency: '负责管理的部门分别公开',
        deadline: 'working-days 20',
        channels: ['website', 'other'],
        otherChannels: ['管理部门网站'],
      },
      {
        row: 10,
        levels: ['工程建设项目招标投标信息', '资格预审公告'],
        agency: '负责管理的部门分别公开',
        deadline: 'working-days 20',
        channels: ['website', 'other'],
        otherChannels: ['管理部门网站'],
      },
    ],
  },
  {
    // A half-row says for whom the item above it is; its words belong to that item alone.
    file: '09_赛罕区_重大建设项目.csv',
    field: '重大建设项目',
    rows: 4,
    joined: [[6, 5]],
    matters: [
      {
        row: 4,
        levels: ['批准服务信息', '办事指南'],
        agency: '相关审批部门',
        deadline: 'at-once',
        channels: [
          'website',
          'social',
          'print',
          'reading-point',
          'service-centre',
          'convenience-station',
          'other',
        ],
        otherChannels: [approvalPlatform],
        audience: [],
      },
      {
        row: 5,
        levels: ['批准服务信息', '办理过程信息'],
        agency: '相关审批部门',
        deadline: 'at-once',
        channels: ['website', 'social', 'service-centre', 'other'],
        otherChannels: [approvalPlatform],
        audience: ['specific'],
      },
      {
        row: 7,
        levels: ['招标投标信息', '招标投标'],
        agency: '招标人及其招标代理机构或相关行政监督部门',
        deadline: 'at-once',
        channels: ['website', 'social', 'briefing', 'service-centre', 'other'],
        otherChannels: ['公共资源交易平台', '信用中国网站', '招投标公共服务平台', approvalPlatform],
        audience: [],
      },
    ],
  },
  {
    // Data have a number column the header lacks: everything is one column to the right.
    file: '10_荷塘区_食品药品.csv',
    field: '食品药品监管',
    rows: 3,
    matters: [
      {
        row: 4,
        levels: ['行政审批', '食品经营许可服务指南'],
        agency: '区市场监督管理局',
        deadline: 'working-days 20',
        channels: ['website', 'service-centre'],
        ...everyoneAsUsual,
        tiers: ['county'],
      },
      {
        row: 5,
        levels: ['行政审批', '食品经营许可基本信息'],
        agency: '区市场监督管理局',
        deadline: 'working-days 20',
        channels: ['website', 'service-centre', 'other'],
        otherChannels: ['国家企业信用信息公示系统'],
        ...everyoneAsUsual,
        tiers: ['county'],
      },
      {
        row: 6,
        levels: ['监督检查', '食品生产经营监督检查'],
        agency: '区市场监督管理局',
        deadline: 'working-days 20',
        channels: ['website', 'service-centre', 'other'],
        otherChannels: ['国家企业信用信息公示系统'],
        ...everyoneAsUsual,
        tiers: ['county'],
      },
    ],
  },
  {
    // Tabs, a line of metadata above the title, a third level that stays empty.
    file: '11_浮梁臧湾乡_食品药品.tsv',
    field: '食品药品监管',
    rows: 2,
    matters: [
      {
        row: 5,
        levels: ['监督检查', '食品生产经营监督检查'],
        agency: '镇级人民政府',
        deadline: 'working-days 20',
        channels: ['website', 'reading-point', 'other'],
        otherChannels: ['国家企业信用信息公示系统'],
        audience: [],
        mode: [],
        tiers: [],
      },
      {
        row: 6,
        levels: ['行政处罚', '食品生产经营行政处罚'],
        agency: '镇级人民政府',
        deadline: 'working-days 20',
        channels: ['website', 'reading-point', 'other'],
        otherChannels: ['国家企业信用信息公示系统'],
        audience: [],
        mode: [],
        tiers: [],
      },
    ],
  },
  {
    // A deadline that is a frequency; empty channel cells repeat the one above.
    file: '14_达川区_安全生产.csv',
    field: '安全生产',
    rows: 6,
    matters: (
      [
        [4, '政策文件', '法律法规'],
        [5, '政策文件', '部门和地方规章'],
        [6, '政策文件', '标准'],
        [7, '政策文件', '重大政策解读'],
        [8, '依法行政', '行政许可'],
        [9, '依法行政', '行政处罚'],
      ] as const
    ).map(([row, ...levels]) => ({
      row,
      levels,
      agency: '区应急局',
      deadline: row < 8 ? 'frequency 1 half-year' : 'working-days 20',
      channels: row < 7 ? ['website', 'social'] : ['website'],
      ...everyoneAsUsual,
      tiers: ['county'],
    })),
  },
  {
    // Before the event, by progress, and both audiences ticked.
    file: '15_某乡_安全生产_特殊时限.csv',
    field: '安全生产',
    rows: 3,
    matters: [
      {
        row: 4,
        levels: ['政策文件', '法律法规'],
        agency: '应急管理部门',
        deadline: 'working-days 20',
        channels: ['website', 'social', 'reading-point', 'service-centre'],
        ...everyoneAsUsual,
        tiers: ['township'],
      },
      {
        row: 5,
        levels: ['政策文件', '重大决策草案'],
        agency: '应急管理部门',
        deadline: 'at-once',
        channels: ['website', 'social', 'reading-point'],
        ...everyoneAsUsual,
        tiers: ['township'],
      },
      {
        row: 6,
        levels: ['政策文件', '重要会议'],
        agency: '应急管理部门',
        deadline: 'before-event 1 week',
        channels: ['website', 'convenience-station'],
        audience: ['everyone', 'specific'],
        mode: ['proactive'],
        tiers: ['township'],
      },
    ],
  },
  {
    // Calendar days from approval; the first item's content goes on over four more rows.
    file: '16_永修江上乡_财政预决算.csv',
    field: '财政预决算',
    rows: 6,
    joined: [
      [5, 4],
      [6, 4],
      [7, 4],
      [8, 4],
    ],
    matters: [
      {
        row: 4,
        levels: ['财政预决算', '政府预算'],
        agency: '江上乡人民政府',
        deadline: 'calendar-days 20',
        channels: ['website'],
        ...everyoneAsUsual,
        tiers: [],
      },
      {
        row: 9,
        levels: ['财政预决算', '政府决算'],
        agency: '江上乡人民政府',
        deadline: 'calendar-days 20',
        channels: ['website'],
        ...everyoneAsUsual,
        tiers: [],
      },
    ],
  },
  {
    // All tick columns empty; 办事窗口 is no standard channel.
    file: '18_赣州_户籍管理.csv',
    field: '户籍管理',
    rows: 5,
    matters: (
      [
        [4, '出生登记', '出生登记'],
        [5, '收养、入籍等登记', '收养登记'],
        [6, '注销登记', '死亡注销'],
        [7, '注销登记', '服现役注销'],
        [8, '迁移登记', '迁出、迁入登记'],
      ] as const
    ).map(([row, ...levels]) => ({
      row,
      levels,
      agency: '公安分局',
      deadline: 'working-days 20',
      channels: ['website', 'other'],
      otherChannels: ['办事窗口'],
      audience: [],
      mode: [],
      tiers: [],
    })),
  },
  {
    // The full list of thirteen boxes; the second item has no number.
    file: '20_翔安香山街道_义务教育.csv',
    field: '义务教育',
    rows: 2,
    matters: [
      {
        row: 4,
        levels: ['招生管理', '招生政策'],
        agency: '翔安区教育局',
        deadline: 'working-days 20',
        channels: ['website', 'social', 'broadcast', 'print', 'reading-point', 'notice-board'],
        ...everyoneAsUsual,
        tiers: [],
      },
      {
        row: 5,
        levels: ['招生管理', '招生范围'],
        agency: '翔安区教育局',
        deadline: 'working-days 20',
        channels: ['website', 'social', 'reading-point', 'notice-board'],
        ...everyoneAsUsual,
        tiers: [],
      },
    ],
  },
  {
    // GB18030; two bodies in one table.
    file: '21_大姚石羊镇_义务教育.csv',
    field: '义务教育',
    rows: 3,
    matters: [
      {
        row: 4,
        levels: ['财务信息', '财务信息'],
        agency: '石羊镇中心学校',
        deadline: 'working-days 20',
        channels: ['website', 'reading-point'],
        ...everyoneAsUsual,
        tiers: ['county', 'township'],
      },
      {
        row: 5,
        levels: ['招生管理', '学校介绍'],
        agency: '石羊镇中心学校',
        deadline: 'working-days 20',
        channels: ['website', 'social', 'reading-point'],
        ...everyoneAsUsual,
        tiers: ['county', 'township'],
      },
      {
        row: 6,
        levels: ['学生管理', '义务教育学生资助政策'],
        agency: '大姚县教育体育局',
        deadline: 'working-days 20',
        channels: ['website', 'social', 'reading-point'],
        ...everyoneAsUsual,
        tiers: ['county', 'township'],
      },
    ],
  },
  {
    // 政府服务中心 means the service centre.
    file: '23_云阳_养老服务.csv',
    field: '养老服务',
    rows: 3,
    matters: (
      [
        [4, '养老服务通用政策', '国家和地方层面养老服务相关法律、法规、政策文件'],
        [5, '养老服务通用政策', '养老服务扶持政策措施清单'],
        [6, '养老服务通用政策', '养老机构投资指南'],
      ] as const
    ).map(([row, ...levels]) => ({
      row,
      levels,
      agency: '县级人民政府民政部门',
      deadline: 'working-days 10',
      channels: ['website', 'social', 'service-centre'],
      ...everyoneAsUsual,
      tiers: ['county'],
    })),
  },
];
