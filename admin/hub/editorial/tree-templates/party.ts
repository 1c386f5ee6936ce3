// 党务公开 of a grass-roots organisation: six sections, seven items every organisation opens, and X people ask for.
import type { TemplateSource } from './template-source.ts';

const basis = '《中国共产党党务公开条例（试行）》';
const periodic = '周期结束后10个工作日内';
const timely = '形成后5个工作日内';

export const party: TemplateSource = {
  id: 'party',
  title: '党务公开',
  basis,
  defaults: { channels: ['notice-board', 'reading-point', 'on-site'], tiers: ['township', 'village'] },
  nodes: [
    { id: 'party', under: null, title: '党务公开', basis },
    {
      id: 'party-1',
      under: 'party',
      title: '决策部署与任务落实',
      basis,
      matters: [
        ['上级决策部署的贯彻落实', '部署名称、本组织的措施、责任人、进度和结果', periodic],
        ['任期目标和年度工作计划', '任期目标、年度计划、重点任务及完成情况', '每年1次'],
        ['重大事项决策', '议题、民主讨论情况、决定、执行结果', timely],
      ],
    },
    {
      id: 'party-2',
      under: 'party',
      title: '思想政治与学习教育',
      basis,
      matters: [
        ['党员教育培训', '计划、内容、时间、参加人数、学时', '每季度1次'],
        ['三会一课和主题党日', '会议或活动主题、时间、地点、到会情况', '每月1次'],
      ],
    },
    {
      id: 'party-3',
      under: 'party',
      title: '组织建设与党员管理',
      basis,
      matters: [
        ['换届选举和班子分工', '候选人产生办法、选举结果、成员分工和联系方式', timely],
        ['发展党员', '入党积极分子、发展对象、预备党员接收和转正的公示', '公示不少于5个工作日'],
        ['民主评议和评先评优', '评议办法、结果、推荐名单', timely],
        ['党费收缴使用管理', '缴纳标准、应缴实缴、使用项目和结余', '每半年1次'],
      ],
    },
    {
      id: 'party-4',
      under: 'party',
      title: '作风建设与联系群众',
      basis,
      matters: [
        ['整治形式主义和违反规定问题', '问题清单、整改措施、完成时间', periodic],
        ['联系服务党员和群众', '联系点、走访安排、困难党员帮扶、诉求办理', '每季度1次'],
      ],
    },
    {
      id: 'party-5',
      under: 'party',
      title: '管党治党与党风廉政',
      basis,
      matters: [
        ['落实管党治党责任', '责任清单、述职述责、考核结果', '每年1次'],
        ['党风廉政建设', '廉政承诺、廉政谈话、监督举报渠道', '每半年1次'],
        ['组织处理和纪律处分', '按规定可以公开的处理处分决定', timely],
      ],
    },
    {
      id: 'party-6',
      under: 'party',
      title: '党员群众点题公开',
      basis,
      matters: [
        ['点题事项及答复', '点题内容、受理情况、公开的内容或不公开的理由', '受理后5个工作日内'],
        ['意见建议办理情况', '收到、办结、正在办理、暂不具备条件的件数和说明', '每季度1次'],
      ],
    },
  ],
};
