// 村（居）务公开: what villages and neighbourhoods open, finances every month and the rest every quarter.
import type { TemplateSource } from './template-source.ts';

const basis = '《中华人民共和国村民委员会组织法》第三十条';
const monthly = '每月1次';
const quarterly = '每季度1次';

export const village: TemplateSource = {
  id: 'village',
  title: '村（居）务公开',
  basis,
  defaults: {
    channels: ['notice-board', 'on-site', 'convenience-station', 'reading-point'],
    tiers: ['village'],
  },
  nodes: [
    { id: 'village', under: null, title: '村（居）务公开', basis },
    {
      id: 'village-1',
      under: 'village',
      title: '村（居）级财务',
      basis,
      matters: [
        ['财务收支', '期初余额、逐笔收入、逐笔支出、期末余额', monthly],
        ['债权债务', '对象、金额、形成时间、清收或偿还情况', quarterly],
        ['年度预算和决算', '收支计划、执行结果、审计意见', '每年1次'],
        ['村干部报酬和误工补贴', '人员、标准、实发金额', quarterly],
      ],
    },
    {
      id: 'village-2',
      under: 'village',
      title: '集体资产与资源',
      basis,
      matters: [
        ['集体资产和资源', '名称、数量、位置、承包租赁情况、收益', '每年1次'],
        ['承包、租赁和出让', '标的、方式、期限、价格、中标人', '交易完成后5个工作日内'],
        ['集体收益分配', '分配方案、对象、标准、结果', '分配前7日'],
      ],
    },
    {
      id: 'village-3',
      under: 'village',
      title: '土地与宅基地',
      basis,
      matters: [
        ['土地征收补偿', '征收范围、补偿标准、补偿款总额和分配使用', '收到款项后10个工作日内'],
        ['宅基地申请和审批', '申请户、位置、面积、审批进度和结果', quarterly],
        ['土地承包和流转', '承包户、面积、流转方式、期限', '每半年1次'],
      ],
    },
    {
      id: 'village-4',
      under: 'village',
      title: '民生补助与救助',
      basis,
      matters: [
        ['低保、特困和临时救助', '申请、评议、批准结果和金额', quarterly],
        ['惠农补贴发放', '项目、对象、面积或数量、金额', '发放前7日'],
        ['救灾款物', '来源、数量、分配对象、发放结果', '及时公开'],
        ['危房改造和残疾人、老年人补贴', '对象、标准、结果', quarterly],
      ],
    },
    {
      id: 'village-5',
      under: 'village',
      title: '工程项目与公益事业',
      basis,
      matters: [
        ['工程项目', '立项、预算、招标、合同、变更、验收、决算', '每个阶段结束后5个工作日内'],
        ['一事一议筹资筹劳', '议事记录、标准、筹集数额、使用情况', quarterly],
      ],
    },
    {
      id: 'village-6',
      under: 'village',
      title: '自治事务',
      basis,
      matters: [
        ['村（居）民会议和代表会议', '议题、表决结果、会议决定及落实', '会议结束后5个工作日内'],
        ['换届选举', '选举办法、选民名单、候选人、结果', '选举日的20日前'],
        ['村规民约和任期目标', '文本、年度计划、承诺事项、完成情况', '每年1次'],
        ['计划生育奖励扶助和公共卫生', '政策、对象、奖励扶助金额、疫苗接种安排', '每半年1次'],
      ],
    },
  ],
};
