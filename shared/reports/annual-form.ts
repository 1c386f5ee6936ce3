// The form of the statutory annual report (国办公开办函〔2021〕30号): its tables, row by row, in the words of the form.

/** 第二十条第（一）项: what was issued and repealed in the year, and what is in force at its end. */
export const documentKinds = ['rules', 'documents'] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const documentFigures = ['issued', 'repealed', 'inForce'] as const;
export type DocumentFigure = (typeof documentFigures)[number];

/** Single figures of Table 1: 第（五）项, 第（六）项, 第（八）项. Fees are in ten thousand yuan. */
export const singleFigures = ['permits', 'penalties', 'coercions', 'fees'] as const;
export type SingleFigure = (typeof singleFigures)[number];

export type Table1Key = `${DocumentKind}.${DocumentFigure}` | SingleFigure;
export const table1Keys: readonly Table1Key[] = [
  ...documentKinds.flatMap((kind) => documentFigures.map((figure) => `${kind}.${figure}` as const)),
  ...singleFigures,
];

/** Columns of Table 2 that are entered; the total is worked out. */
export const applicants = ['person', 'business', 'research', 'welfare', 'legal', 'other'] as const;
export type Applicant = (typeof applicants)[number];

/** Rows of Table 2 that are entered, in order. */
export const resultGroups = {
  granted: ['granted'],
  partial: ['partial'],
  refused: [
    'state-secret',
    'forbidden',
    'security',
    'third-party',
    'internal',
    'process',
    'enforcement',
    'inquiry',
  ],
  unable: ['not-held', 'to-be-made', 'unclear'],
  unhandled: ['petition', 'repeated', 'publication', 'excessive', 'confirmation'],
  otherwise: ['not-completed', 'not-paid', 'other-result'],
} as const;
export type ResultGroup = keyof typeof resultGroups;
export type ResultRow = (typeof resultGroups)[ResultGroup][number];
export const resultRows: readonly ResultRow[] = Object.values(resultGroups).flat();
export const table2Rows = ['received', 'carried', ...resultRows, 'carriedOver'] as const;
export type Table2Row = 'received' | 'carried' | ResultRow | 'carriedOver';

/** Rows of Table 3: 行政复议, 未经复议直接起诉, 复议后起诉. */
export const disputes = ['review', 'suit', 'suitAfterReview'] as const;
export type Dispute = (typeof disputes)[number];
export const disputeOutcomes = ['upheld', 'corrected', 'other', 'pending'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

export const annualWords = {
  parts: {
    overview: '一、总体情况',
    proactive: '二、主动公开政府信息情况',
    requests: '三、收到和处理政府信息公开申请情况',
    disputes: '四、政府信息公开行政复议、行政诉讼情况',
    problems: '五、存在的主要问题及改进情况',
    other: '六、其他需要报告的事项',
  },
  article: {
    documents: '第二十条第（一）项',
    permits: '第二十条第（五）项',
    sanctions: '第二十条第（六）项',
    fees: '第二十条第（八）项',
  },
  content: '信息内容',
  documentKinds: { rules: '规章', documents: '行政规范性文件' },
  documentFigures: { issued: '本年制发件数', repealed: '本年废止件数', inForce: '现行有效件数' },
  decisions: '本年处理决定数量',
  feesHead: '本年收费金额（单位：万元）',
  singleFigures: {
    permits: '行政许可',
    penalties: '行政处罚',
    coercions: '行政强制',
    fees: '行政事业性收费',
  },
  requestNote: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  applicantHead: '申请人情况',
  organisations: '法人或其他组织',
  applicants: {
    person: '自然人',
    business: '商业企业',
    research: '科研机构',
    welfare: '社会公益组织',
    legal: '法律服务机构',
    other: '其他',
  },
  total: '总计',
  results: '三、本年度办理结果',
  rows: {
    received: '一、本年新收政府信息公开申请数量',
    carried: '二、上年结转政府信息公开申请数量',
    granted: '（一）予以公开',
    partial: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    'state-secret': '1.属于国家秘密',
    forbidden: '2.其他法律行政法规禁止公开',
    security: '3.危及“三安全一稳定”',
    'third-party': '4.保护第三方合法权益',
    internal: '5.属于三类内部事务信息',
    process: '6.属于四类过程性信息',
    enforcement: '7.属于行政执法案卷',
    inquiry: '8.属于行政查询事项',
    'not-held': '1.本机关不掌握相关政府信息',
    'to-be-made': '2.没有现成信息需要另行制作',
    unclear: '3.补正后申请内容仍不明确',
    petition: '1.信访举报投诉类申请',
    repeated: '2.重复申请',
    publication: '3.要求提供公开出版物',
    excessive: '4.无正当理由大量反复申请',
    confirmation: '5.要求行政机关确认或重新出具已获取信息',
    'not-completed': '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'not-paid': '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'other-result': '3.其他',
    carriedOver: '四、结转下年度继续办理',
  },
  groups: {
    refused: '（三）不予公开',
    unable: '（四）无法提供',
    unhandled: '（五）不予处理',
    otherwise: '（六）其他处理',
    total: '（七）总计',
  },
  disputes: { review: '行政复议', suit: '未经复议直接起诉', suitAfterReview: '复议后起诉' },
  suits: '行政诉讼',
  outcomes: { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结' },
} as const;
