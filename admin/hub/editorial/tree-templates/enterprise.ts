// 厂务公开: what state-owned and collective enterprises open to those who work in them.
import type { TemplateSource } from './template-source.ts';

const basis = '《企业民主管理规定》';
const quarterly = '每季度1次';

export const enterprise: TemplateSource = {
  id: 'enterprise',
  title: '厂务公开',
  basis,
  defaults: {
    channels: ['notice-board', 'on-site', 'reading-point'],
    tiers: ['county'],
    audience: ['specific'],
    audienceNote: '本企业职工',
  },
  nodes: [
    { id: 'enterprise', under: null, title: '厂务公开', basis },
    {
      id: 'enterprise-1',
      under: 'enterprise',
      title: '重大决策',
      basis,
      matters: [
        ['发展规划和年度计划', '中长期规划、投资和生产经营重大决策方案', '每年1次'],
        ['改革改制和重组方案', '改制、兼并、破产方案，职工安置方案', '实施前30日'],
        ['重大投资和大宗采购', '项目、招标、金额、供应商', '决策后10个工作日内'],
      ],
    },
    {
      id: 'enterprise-2',
      under: 'enterprise',
      title: '生产经营管理',
      basis,
      matters: [
        ['经营状况', '年度目标完成情况、财务预决算、担保和大额资金使用', quarterly],
        ['工程建设和物资采购', '招投标、合同、结算', quarterly],
        ['安全生产和劳动保护', '隐患整改、事故处理、劳动防护用品', '每月1次'],
      ],
    },
    {
      id: 'enterprise-3',
      under: 'enterprise',
      title: '职工切身利益',
      basis,
      matters: [
        ['劳动合同和集体合同', '文本、签订和履行情况', '每半年1次'],
        ['工资奖金分配', '分配办法、工资总额、奖罚规定', '每半年1次'],
        ['社会保险和公积金', '缴费基数、比例、缴纳情况', '每月1次'],
        ['招用、晋级和评优', '条件、数量、程序、结果', '公示不少于5个工作日'],
        ['职工培训计划', '对象、内容、经费提取和使用', '每年1次'],
      ],
    },
    {
      id: 'enterprise-4',
      under: 'enterprise',
      title: '领导班子与廉洁',
      basis,
      matters: [
        ['民主评议和薪酬', '评议结果、薪酬和职务消费', '每年1次'],
        ['业务招待和公务用车', '预算、支出和结余', '每半年1次'],
        ['职工代表大会', '提案办理、决议落实', '会议结束后10个工作日内'],
      ],
    },
  ],
};
