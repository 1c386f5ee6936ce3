// What Art. 20 and 21 of the regulation ask of every agency, of counties and of townships, as matters.
import { article20Id, treeIds } from '../default-tree.ts';
import type { NodeSource } from './template-source.ts';

const twentyDays = '信息形成或者变更之日起20个工作日内';
const under = treeIds.proactive;

const article20: readonly Omit<NodeSource, 'id' | 'under'>[] = [
  {
    title: '法规、规章和规范性文件',
    basis: '条例第二十条（一）',
    matters: [
      ['规章和规范性文件', '文件标题、文号、正文、成文日期、施行日期、有效性', twentyDays],
      ['规范性文件清理结果', '继续有效、修改、废止和失效的文件目录', '清理结束后20个工作日内'],
      [
        '政策解读',
        '背景、主要内容、适用对象、咨询方式，与所解读的文件相互关联',
        '与文件同步公开，最迟3个工作日内',
      ],
    ],
  },
  {
    title: '机构职能、设置与联系方式',
    basis: '条例第二十条（二）',
    matters: [
      ['机构职能', '主要职责、内设机构、直属单位', twentyDays],
      ['办公信息', '办公地址、办公时间、联系电话、负责人姓名', twentyDays],
    ],
  },
  {
    title: '规划、计划与政策',
    basis: '条例第二十条（三）',
    matters: [
      ['国民经济和社会发展规划', '五年规划、专项规划、区域规划及其实施情况', '批准后20个工作日内'],
      ['年度计划和工作报告', '年度计划、政府工作报告及任务分工、完成情况', twentyDays],
    ],
  },
  {
    title: '统计信息',
    basis: '条例第二十条（四）',
    matters: [
      ['统计公报', '国民经济和社会发展统计公报、普查公报', '每年1次'],
      ['月度和季度统计数据', '主要经济指标、增速和指标说明', '每季度1次'],
    ],
  },
  {
    title: '行政许可和其他对外管理服务',
    basis: '条例第二十条（五）',
    matters: [
      ['权责清单', '职权名称、类型、编码、依据、责任事项、追责情形', twentyDays],
      ['办事指南', '依据、条件、材料、流程、时限、收费、窗口和电话', twentyDays],
      ['行政许可结果', '许可决定书文号、许可内容、相对人、决定日期、有效期', '作出决定之日起7个工作日内'],
    ],
  },
  {
    title: '行政处罚与行政强制',
    basis: '条例第二十条（六）',
    matters: [
      ['处罚和强制的依据与程序', '依据、条件、程序、裁量基准、救济渠道', twentyDays],
      [
        '具有一定社会影响的行政处罚决定',
        '决定书文号、违法事实、依据、处罚内容、机关、日期',
        '作出决定之日起7个工作日内',
        '条例第二十条（六）；行政处罚法第四十八条',
      ],
    ],
  },
  {
    title: '财政预算与决算',
    basis: '条例第二十条（七）',
    matters: [
      ['政府预算', '收支总表、转移支付、债务情况及说明', '批准后20日内', '预算法第十四条'],
      ['政府决算', '收支决算、预算执行差异及说明', '批准后20日内', '预算法第十四条'],
      [
        '部门预算和决算',
        '收支总体情况、财政拨款、机关运行经费、政府采购、绩效',
        '批复后20日内',
        '预算法第十四条',
      ],
      ['三公经费', '因公出国（境）、公务用车、公务接待的预算、决算和增减原因', '与部门预算、决算同时公开'],
    ],
  },
  {
    title: '行政事业性收费',
    basis: '条例第二十条（八）',
    matters: [['收费目录清单', '项目名称、标准、依据、收费单位、减免政策、投诉电话', twentyDays]],
  },
  {
    title: '政府集中采购',
    basis: '条例第二十条（九）',
    matters: [
      ['集中采购目录和限额标准', '目录、标准、适用范围', twentyDays],
      ['采购实施情况', '采购公告、结果、合同、投诉处理', '及时公开'],
    ],
  },
  {
    title: '重大建设项目',
    basis: '条例第二十条（十）',
    matters: [
      ['项目批准结果', '批复文号、项目名称、建设内容和规模、总投资、建设单位', '作出决定之日起7个工作日内'],
      ['项目实施情况', '开工时间、进度、质量安全、竣工验收', '每季度1次'],
    ],
  },
  {
    title: '扶贫、教育、医疗、社会保障与就业政策',
    basis: '条例第二十条（十一）',
    matters: [['民生政策及实施情况', '政策文件、对象、标准、申请办法、资金安排、实施结果', twentyDays]],
  },
  {
    title: '突发公共事件应急预案、预警与应对',
    basis: '条例第二十条（十二）',
    matters: [
      ['应急预案', '总体预案、专项预案、简明操作手册', twentyDays],
      ['预警信息', '类别、级别、影响范围、起止时间、防范措施、发布机关', '即时公开'],
      ['应对情况', '事件概况、处置进展、救助安排、调查结果', '及时公开'],
    ],
  },
  {
    title: '环境、卫生、安全生产、食品药品与产品质量监督检查',
    basis: '条例第二十条（十三）',
    matters: [
      ['监督检查计划和依据', '检查事项清单、对象、频次、方式', '每年1次'],
      ['监督检查结果', '检查对象、时间、发现问题、处理结果', twentyDays],
    ],
  },
  {
    title: '公务员招考',
    basis: '条例第二十条（十四）',
    matters: [['招考公告和录用结果', '职位、人数、报考条件、成绩、体检考察、拟录用名单', '及时公开']],
  },
  {
    title: '其他应当主动公开的信息',
    basis: '条例第二十条（十五）',
    matters: [
      ['人大代表建议和政协委员提案办理', '建议提案标题、答复全文、办理总体情况', twentyDays],
      ['政务公开工作信息', '年度要点、培训、考核、社会评议结果', twentyDays],
    ],
  },
];

const county = ['county'] as const;
const township = ['township'] as const;
const article21: readonly NodeSource[] = [
  {
    id: 'proactive-21-county-1',
    under,
    title: '市政建设',
    basis: '条例第二十一条',
    tiers: county,
    matters: [['市政工程建设', '工程名称、工期、施工单位、占道和绕行安排', '开工前3日']],
  },
  {
    id: 'proactive-21-county-2',
    under,
    title: '公共服务',
    basis: '条例第二十一条',
    tiers: county,
    matters: [['基本公共服务清单', '服务项目、对象、标准、支出责任、牵头单位', '每年1次']],
  },
  {
    id: 'proactive-21-county-3',
    under,
    title: '公益事业',
    basis: '条例第二十一条',
    tiers: county,
    matters: [['公益设施和公益活动', '设施名录、开放时间、活动安排、捐赠使用情况', twentyDays]],
  },
  {
    id: 'proactive-21-county-4',
    under,
    title: '土地征收',
    basis: '条例第二十一条',
    tiers: ['county', 'township'],
    matters: [
      [
        '征收土地公告',
        '批准文件、征收范围、补偿标准、安置途径',
        '收到批准文件之日起15个工作日内',
        '土地管理法第四十七条',
      ],
    ],
  },
  {
    id: 'proactive-21-county-5',
    under,
    title: '房屋征收',
    basis: '条例第二十一条',
    tiers: county,
    matters: [
      [
        '房屋征收决定',
        '征收范围、补偿方案、评估机构、签约期限、救济途径',
        '作出决定后及时公开',
        '国有土地上房屋征收与补偿条例第十三条',
      ],
    ],
  },
  {
    id: 'proactive-21-county-6',
    under,
    title: '治安管理',
    basis: '条例第二十一条',
    tiers: county,
    matters: [['治安管理措施', '交通管制、养犬、烟花爆竹、大型活动等管理规定', '施行前公开']],
  },
  {
    id: 'proactive-21-county-7',
    under,
    title: '社会救助',
    basis: '条例第二十一条',
    tiers: ['county', 'township'],
    matters: [['社会救助政策和对象', '救助种类、条件、标准、程序、对象名单和金额', '每季度1次']],
  },
  {
    id: 'proactive-21-township-1',
    under,
    title: '农业农村政策落实',
    basis: '条例第二十一条',
    tiers: township,
    matters: [['惠农政策落实情况', '政策名称、补贴对象、标准、发放时间和金额', twentyDays]],
  },
  {
    id: 'proactive-21-township-2',
    under,
    title: '农田水利工程建设运营',
    basis: '条例第二十一条',
    tiers: township,
    matters: [['农田水利工程', '工程名称、资金、进度、验收、管护责任', '每季度1次']],
  },
  {
    id: 'proactive-21-township-3',
    under,
    title: '农村土地承包经营权流转',
    basis: '条例第二十一条',
    tiers: township,
    matters: [['土地承包经营权流转', '流转面积、方式、期限、价格区间、服务机构', '每半年1次']],
  },
  {
    id: 'proactive-21-township-4',
    under,
    title: '宅基地使用情况审核',
    basis: '条例第二十一条',
    tiers: township,
    matters: [['宅基地审批', '申请条件、程序、审批结果、面积', twentyDays]],
  },
  {
    id: 'proactive-21-township-5',
    under,
    title: '筹资筹劳',
    basis: '条例第二十一条',
    tiers: township,
    matters: [['一事一议筹资筹劳', '项目、议事结果、筹集标准、使用情况', '每半年1次']],
  },
];

/** The nodes of Art. 20 and 21, under the ids the default tree gives them. */
export const articleNodes: readonly NodeSource[] = [
  { id: treeIds.proactive, under: null, title: '法定主动公开内容', basis: '条例第十九条' },
  ...article20.map((node, index) => ({ ...node, id: article20Id(index + 1), under })),
  ...article21,
];
