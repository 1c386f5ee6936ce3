// Records of every kind with believable texts, and awkward ones: long titles, no dates, nothing stated.
import type { GuideDetails, MatterDetails, NoticeDetails } from '#shared/catalogue/details.ts';
import type { AttachmentRef, CatalogueRecord, RecordKind } from '#shared/catalogue/record.ts';
import { changesFileName, changesMediaType } from '#shared/changes/changes-file.ts';
import { longLawParts } from './long-law.ts';
import { agencies } from './venue.ts';

export interface FixtureRecord {
  readonly record: CatalogueRecord;
  readonly parts: readonly string[];
}

const codeSymbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let made = 0;

/** A code as the hub makes them, from the record's place in this file. */
function codeOf(place: number): string {
  let value = place * 2_654_435_761 + 97;
  return Array.from({ length: 8 }, () => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648;
    return codeSymbols[Math.floor(value / 65_536) % 32];
  }).join('');
}

export function makeRecord(
  kind: RecordKind,
  title: string,
  agency: number,
  rest: Partial<CatalogueRecord> = {},
  parts: readonly string[] = [],
): FixtureRecord {
  made += 1;
  const owner = agencies[agency];
  const characters = parts.join('').replace(/<[^>]+>/g, '').length;
  const record: CatalogueRecord = {
    id: `r${made}`,
    code: codeOf(made),
    version: 1,
    kind,
    title,
    agencyId: owner?.id ?? 'a1',
    agencyName: owner?.name ?? '',
    docNo: null,
    indexNo: null,
    date: null,
    publishedOn: null,
    topic: null,
    genre: null,
    nodeId: null,
    matterId: null,
    summary: '',
    keywords: [],
    validity: 'unknown',
    expiresOn: null,
    details: null,
    attachments: [],
    body: parts.length > 0 ? { parts: parts.length, characters } : null,
    ...rest,
  };
  return { record, parts };
}

const paragraphs = (...lines: string[]) => [lines.map((line) => `<p>${line}</p>`).join('')];

export const files = {
  pdf: ref('1', '2025 年度区级部门预算公开表.pdf', 'application/pdf', 386_120),
  picture: ref('2', '政务服务中心平面示意图.png', 'image/png', 48_211),
  word: ref(
    '3',
    '最低生活保障申请书（含家庭经济状况核查授权书）.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    27_554,
  ),
  missing: ref('4', '附表：各街道名额分配.pdf', 'application/pdf', 90_112),
  oldWord: ref('7', '申请书（旧格式）.doc', 'application/msword', 31_232),
  table: ref(
    '6',
    '区级各单位收费项目明细表.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    402_118,
  ),
  bomb: ref(
    '8',
    '打不开的表.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    402_118,
  ),
  changes: { ...ref('9', changesFileName, changesMediaType, 1_240) },
  text: ref('5', '读我.txt', 'text/plain', 412),
};

function ref(digit: string, name: string, mediaType: string, bytes: number): AttachmentRef {
  return { sha256: digit.repeat(64), name, mediaType, bytes };
}

const guide: GuideDetails = {
  type: 'guide',
  itemType: '行政给付',
  itemCode: '11XX0102030405060708000512001',
  audience: '本区户籍居民',
  level: '区级（街道初审）',
  address: '临溪区明德路 18 号政务服务中心一层东厅',
  window: '民政综合 6 号窗',
  hours: '工作日 9:00—17:00，周六 9:00—12:00',
  method: '窗口办理、网上办理、代办',
  phone: '0999-5550 1107',
  complaintPhone: '12345',
  statutoryLimit: '30 个工作日',
  promisedLimit: '15 个工作日',
  fee: '不收费',
  visits: 1,
  result: '最低生活保障金领取证',
  onlineUrl: 'https://example.org/banshi/dibao?item=0512001',
  conditions: [
    '持有本区常住户口，共同生活的家庭成员人均收入低于本区最低生活保障标准。',
    '家庭财产状况符合本区规定：存款、房屋、车辆不超过限额。',
    '有劳动能力的成员已登记求职，无正当理由不拒绝就业服务。',
  ],
  materials: [
    {
      name: '最低生活保障申请书',
      copies: '1 份',
      form: '原件',
      source: '窗口领取或下载',
      required: true,
      blankForm: files.word.name,
      sampleForm: files.picture.sha256,
    },
    {
      name: '户口簿、共同生活家庭成员身份证',
      copies: '1 份',
      form: '原件核对',
      source: '申请人',
      required: true,
    },
    { name: '家庭经济状况核查授权书', copies: '1 份', form: '原件', source: '窗口领取', required: true },
    { name: '残疾人证、重大疾病诊断证明', copies: null, form: '复印件', source: '申请人', required: false },
  ],
  steps: [
    { name: '提出申请', person: '街道便民服务中心', limit: '当日受理', result: '受理通知书' },
    { name: '入户调查与经济状况核对', person: '街道民政工作人员', limit: '8 个工作日', result: '调查表' },
    { name: '社区公示', person: '社区居民委员会', limit: '3 个工作日', result: null },
    { name: '审核确认并发放', person: '区民政局', limit: '4 个工作日', result: '领取证' },
  ],
  basis: ['《社会救助暂行办法》第十一条、第十二条', '《最低生活保障审核确认办法》第七条'],
  laws: [{ name: '临溪区政府信息查阅服务条例', docNo: null, article: '第二十六条' }],
  subjects: ['社会保障'],
  group: '最低生活保障',
  fees: [{ item: '领取证工本费', basis: '临发改价〔2025〕3号', standard: '免收' }],
  places: [
    {
      name: '滨河街道便民服务中心',
      address: '临溪区滨河路 3 号',
      window: '社会救助窗口',
      hours: '工作日 9:00—17:00',
      phone: '0999-5550 1120',
    },
  ],
  questions: [
    {
      question: '外地户口能申请吗？',
      answer: '持有本区居住证满一年的，可以向居住地街道提出，由街道与户籍地核对后办理。',
    },
    { question: '钱什么时候到账？', answer: '确认后的次月 10 日前，按月打到社会保障卡。' },
  ],
};

const matter: MatterDetails = {
  type: 'matter',
  field: '社会救助',
  levels: ['最低生活保障', '审核审批信息'],
  elements: '初审对象名单及相关信息；低保对象名单及相关信息；不予批准的理由与告知方式。',
  basis: '《政府信息公开条例》、《社会救助暂行办法》（国务院令第649号）',
  deadline: {
    type: 'working-days',
    days: 20,
    from: 'made-or-obtained',
    text: '制定或获取信息之日起20个工作日内，公示7个工作日',
  },
  channels: ['website', 'reading-point', 'service-centre', 'notice-board', 'other'],
  otherChannels: ['村务公开栏'],
  audience: ['everyone'],
  audienceNote: null,
  mode: ['proactive'],
  tiers: ['county', 'township', 'village'],
  responsible: '区民政局社会救助科',
};

const notice: NoticeDetails = {
  type: 'notice',
  level: 'important',
  startsOn: '2026-11-18',
  endsOn: '2026-11-27',
  contact: '临溪区住房和城乡建设局保障科，0999-5550 1142；书面意见可投一层意见箱。',
};

function tableHtml(rows: number): string {
  const names = ['清源街道', '临河街道', '松坪镇', '白石镇'];
  const lines = Array.from(
    { length: rows },
    (_, index) =>
      `<tr><td>${index + 1}</td><td>${names[index % 4]}</td><td>第 ${(index % 37) + 1} 组</td><td>${2 + (index % 4)}</td><td>${(600 + ((index * 7) % 400)).toFixed(2)}</td><td>2026-11</td></tr>`,
  );
  return `<table><thead><tr><th>序号</th><th>街道（镇）</th><th>社区（村）</th><th>保障人数</th><th>月补助金额（元）</th><th>发放月份</th></tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

const normativeBody = paragraphs(
  '各街道办事处、镇人民政府，区政府各部门：',
  '为进一步规范本区最低生活保障工作，保障困难群众基本生活，根据有关规定，结合本区实际，制定本办法，请认真贯彻执行。',
  '一、申请。共同生活的家庭成员人均收入低于本区最低生活保障标准，且家庭财产状况符合规定的，可以提出申请。申请既可以在户籍所在地街道提出，也可以在居住地街道提出。',
  '二、审核。街道办事处应当自受理之日起十五个工作日内完成入户调查、信息核对和社区公示。详细流程见 <a href="https://example.org/zhengce/dibao/liucheng">办事流程说明</a>，咨询请拨 <a href="tel:099955501107">0999-5550 1107</a>。',
  '三、确认。区民政局应当在四个工作日内作出确认决定；不予确认的，应当书面说明理由，并告知救济途径。',
  '四、动态管理。每年复核一次，情况变化的应当及时增发、减发或者停发。',
  '五、本办法自印发之日起施行，有效期五年。',
);

/** The records the screens are shown and tested with. */
export const namedRecords = {
  guide: makeRecord('guide', '最低生活保障的申请与审核确认', 1, {
    indexNo: 'LX0102/2026-00031',
    date: '2026-03-02',
    topic: '民政、扶贫、救灾',
    nodeId: 'n20-5',
    summary: '本区居民申请最低生活保障的条件、材料、办理步骤和时限。',
    details: guide,
    attachments: [files.word, files.picture],
  }),
  matter: makeRecord('matter', '低保审核审批信息', 1, {
    topic: '民政、扶贫、救灾',
    nodeId: 'n21-3',
    details: matter,
  }),
  law: makeRecord(
    'document',
    '临溪区政府信息查阅服务条例',
    0,
    {
      indexNo: 'LX0001/2024-00007',
      docNo: '临溪区人民代表大会公告〔2024〕2号',
      date: '2024-05-28',
      publishedOn: '2024-06-01',
      topic: '综合政务',
      genre: '公告',
      nodeId: 'n20-1',
      validity: 'in-force',
      keywords: ['政府信息', '查阅场所', '终端'],
      summary: '规定查阅场所的设立、设备、内容更新时限、便民与无障碍要求，以及监督和责任。',
    },
    longLawParts(100_000),
  ),
  notice: makeRecord(
    'notice',
    '关于 2026 年第四批公共租赁住房拟配租对象的公示',
    6,
    {
      indexNo: 'LX0601/2026-00118',
      date: '2026-11-17',
      publishedOn: '2026-11-18',
      topic: '城乡建设、环境保护',
      genre: '公告',
      nodeId: 'n21-1',
      details: notice,
      attachments: [files.missing],
    },
    paragraphs(
      '经申请、受理、审核、摇号，现将本批次 86 户拟配租家庭予以公示。公示期内对名单有异议的，可以来电、来信或者到窗口反映。',
      '反映情况请说明事实，并留下联系方式，以便核实后答复。',
    ),
  ),
  normative: makeRecord(
    'document',
    '临溪区人民政府办公室关于印发临溪区最低生活保障审核确认实施办法的通知',
    0,
    {
      indexNo: '000014349/2025-00110',
      docNo: '临溪政办发〔2025〕12号',
      date: '2025-04-06',
      publishedOn: '2025-04-09',
      topic: '民政、扶贫、救灾',
      genre: '通知',
      nodeId: 'n20-1',
      validity: 'in-force',
      expiresOn: '2030-04-05',
      keywords: ['最低生活保障', '审核确认', '社会救助'],
      summary:
        '明确申请、审核、确认、动态管理各环节的责任单位和时限：街道十五个工作日内完成审核，区民政局四个工作日内作出确认决定。',
      attachments: [files.word, files.changes],
    },
    normativeBody,
  ),
  budget: makeRecord(
    'document',
    '2025 年度临溪区区级部门预算和“三公”经费预算公开',
    5,
    {
      indexNo: 'LX0501/2025-00009',
      date: '2025-02-18',
      publishedOn: '2025-02-20',
      topic: '财政、金融、审计',
      genre: '报告',
      nodeId: 'n20-7',
      validity: 'unknown',
      summary: '区级各部门 2025 年收支预算总表、一般公共预算支出表和“三公”经费预算表。',
      attachments: [files.pdf, files.text, files.table, files.bomb, files.oldWord],
    },
    paragraphs('按照预算公开的规定，现将区级部门预算公开如下，表格见附件。'),
  ),
  table: makeRecord(
    'document',
    '2026 年 11 月最低生活保障金发放公示表',
    9,
    {
      date: '2026-11-12',
      publishedOn: '2026-11-12',
      topic: '民政、扶贫、救灾',
      nodeId: 'n21-3',
      // The matter above.
      matterId: 'r2',
    },
    [tableHtml(2_000)],
  ),
  repealed: makeRecord(
    'document',
    '临溪区城市房屋拆迁补偿暂行规定',
    6,
    {
      docNo: '临溪政发〔2008〕45号',
      date: '2008-09',
      topic: '城乡建设、环境保护',
      genre: '决定',
      nodeId: 'n21-2',
      validity: 'repealed',
      expiresOn: '2021-03-01',
      keywords: ['房屋征收', '补偿'],
      summary: '本规定自 2021 年 3 月 1 日起废止，有关补偿按现行房屋征收办法办理。',
    },
    paragraphs(
      '第一条　为规范城市房屋拆迁补偿，制定本规定。',
      '第二条　本规定适用于本区城市规划区范围内的房屋拆迁补偿。',
    ),
  ),
  bare: makeRecord('document', '关于调整农村公路养护补助标准有关事项的复函', 5),
  longTitle: makeRecord(
    'document',
    '临溪区人民政府关于公布继续有效、修改、废止和宣布失效的行政规范性文件目录（截至二〇二五年十二月三十一日）暨进一步加强行政规范性文件合法性审核、备案审查和评估清理工作的决定',
    0,
    {
      docNo: '临溪政发〔2026〕1号',
      date: '2026-01-09',
      topic: '综合政务',
      genre: '决定',
      nodeId: 'n20-1',
      validity: 'amended',
    },
    paragraphs('经区人民政府常务会议审议，决定如下。'),
  ),
  emergency: makeRecord(
    'notice',
    '暴雨红色预警：请沿河低洼地带居民立即转移',
    8,
    {
      date: '2026-11-21',
      publishedOn: '2026-11-21',
      topic: '民政、扶贫、救灾',
      nodeId: 'n20-12',
      details: {
        ...notice,
        level: 'emergency',
        startsOn: null,
        endsOn: null,
        contact: '应急值班电话 0999-5550 1119',
      },
    },
    paragraphs('预计未来三小时内本区降雨量将达 100 毫米以上，请服从社区安排，就近前往避险安置点。'),
  ),
  page: makeRecord(
    'page',
    '临溪区人民政府信息公开指南（2026 年版）',
    0,
    {
      date: '2026-01-05',
      publishedOn: '2026-01-06',
      topic: '综合政务',
      nodeId: 'n90',
      details: { type: 'page', section: 'disclosure-guide' },
      summary: '主动公开的范围与形式、依申请公开的方式与时限、工作机构的地址、电话和办公时间、监督与救济。',
    },
    paragraphs('本指南说明您可以看到哪些政府信息、怎样看到，以及看不到时怎样申请。'),
  ),
};
