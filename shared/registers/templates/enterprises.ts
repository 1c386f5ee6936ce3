// Ready-made registers about enterprises: who is registered, and who is complained of.
import { makeTemplate } from '../register-template.ts';
import { creditCodeHeadings, nameHeadings } from './common-headings.ts';

/** 企业基本信息 */
export const enterpriseInfo = makeTemplate({
  id: 'enterprise-info',
  zh: '企业基本信息',
  en: 'Enterprise basic information',
  summary:
    '本地经营主体的登记信息：名称、统一社会信用代码、类型、成立日期、登记状态、登记机关、住所、经营范围。',
  updateRule: '每月更新',
  columns: [
    { key: 'name', title: '名称', type: 'text', roles: ['title'], is: 'search', also: nameHeadings },
    {
      key: 'credit-code',
      title: '统一社会信用代码',
      type: 'code',
      roles: ['identity'],
      is: 'search',
      also: creditCodeHeadings,
    },
    {
      key: 'status',
      title: '登记状态',
      type: 'choice',
      is: 'facet',
      also: '经营状态 企业状态 状态 存续状态',
    },
    {
      key: 'kind',
      title: '主体类型',
      type: 'choice',
      is: 'facet',
      also: '企业类型 类型 市场主体类型 经营主体类型 公司类型',
    },
    {
      key: 'founded',
      title: '成立日期',
      type: 'date',
      is: 'sort',
      also: '注册日期 设立日期 成立时间 核准日期 开业日期',
    },
    {
      key: 'authority',
      title: '登记机关',
      type: 'agency',
      is: 'facet',
      also: '注册机关 发照机关 登记注册机关',
    },
    {
      key: 'capital',
      title: '注册资本',
      type: 'money',
      unit: '万元',
      is: 'sort',
      also: '注册资金 出资额 资金数额',
    },
    {
      key: 'representative',
      title: '法定代表人',
      type: 'text',
      is: 'search',
      also: '负责人 法定代表人/负责人 法定代表人（负责人） 法人代表 法人',
    },
    {
      key: 'operator',
      title: '经营者',
      type: 'text',
      mask: 'person-name',
      also: '经营者姓名 投资人 经营者名称',
    },
    {
      key: 'address',
      title: '住所',
      type: 'place',
      is: 'search',
      also: '经营场所 地址 注册地址 企业地址 主要经营场所 住所（经营场所）',
    },
    { key: 'scope', title: '经营范围', type: 'text', is: 'search', also: '主营业务 经营项目 行业' },
    { key: 'phone', title: '联系电话', type: 'text', mask: 'phone', also: '电话 联系方式 手机' },
  ],
  views: [{ view: 'look-up' }],
  checks: [
    { check: 'required', column: 'credit-code' },
    { check: 'credit-code', column: 'credit-code' },
  ],
  needs: [
    ['credit-code', 'status'],
    ['credit-code', 'founded'],
    ['credit-code', 'scope'],
    ['name', 'kind', 'authority'],
    ['name', 'founded', 'scope'],
  ],
  words: /企业|工商|市场主体|经营主体|登记信息|注册信息|个体户/u,
  needsWords: false,
});

/** 消费投诉排行 */
export const complaintRanking = makeTemplate({
  id: 'complaint-ranking',
  zh: '消费投诉排行',
  en: 'Consumer complaints ranking',
  summary: '一个时期内消费者投诉的排行：按投诉件数从多到少，并与上一期比较名次。',
  updateRule: '每周一更新',
  columns: [
    {
      key: 'subject',
      title: '投诉对象',
      type: 'text',
      roles: ['title', 'identity'],
      is: 'search',
      also: '投诉问题类别 投诉类别 问题类别 被投诉企业 被投诉单位 被投诉对象 被投诉经营者 被投诉商家 被投诉主体 商家 企业名称 经营者名称 投诉问题 投诉类型 行业 类别 投诉内容',
    },
    {
      key: 'complaints',
      title: '投诉件数',
      type: 'number',
      unit: '件',
      roles: ['value'],
      is: 'sort',
      also: '件数 投诉量 投诉数量 投诉数 投诉总量 受理件数 本周投诉量 本期件数 数量 投诉登记量 本周件数',
    },
    {
      key: 'share',
      title: '占比',
      type: 'number',
      unit: '%',
      also: '比例 百分比 占比% 所占比例 占总量比例',
    },
    {
      key: 'solved',
      title: '办结件数',
      type: 'number',
      unit: '件',
      also: '已办结 办结量 办结数 调解成功件数 解决件数',
    },
    {
      key: 'kind',
      title: '行业类别',
      type: 'choice',
      is: 'facet',
      also: '所属行业 商品服务类别 业态',
    },
    {
      key: 'problem',
      title: '主要问题',
      type: 'text',
      is: 'search',
      also: '投诉主要问题 反映问题 问题描述 主要投诉问题 投诉焦点',
    },
    {
      key: 'change',
      title: '环比',
      type: 'text',
      also: '环比增减 比上期 较上周 环比变化 同比',
    },
  ],
  views: [
    { view: 'ranking', value: 'complaints' },
    { view: 'chart', chart: 'bar', category: 'subject', values: ['complaints'] },
    { view: 'table' },
  ],
  checks: [
    { check: 'required', column: 'complaints' },
    { check: 'sums', label: 'subject', columns: ['complaints'] },
    { check: 'share', value: 'complaints', share: 'share' },
  ],
  needs: [['subject', 'complaints']],
  words: /投诉|消费维权|12315/u,
});
