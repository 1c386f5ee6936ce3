// The ready-made register of what inspections and samples found.
import { makeTemplate } from '../register-template.ts';

/** 监督检查、抽检结果 */
export const inspectionResults = makeTemplate({
  id: 'inspection-results',
  zh: '监督检查和抽检结果',
  en: 'Inspection and sampling results',
  summary: '食品、产品、环境、卫生、安全生产等监督检查和抽样检验的结果。',
  updateRule: '检查结束后20个工作日内更新',
  columns: [
    {
      key: 'target',
      title: '被检查单位',
      type: 'text',
      mask: 'person-name',
      roles: ['title', 'identity'],
      is: 'search',
      also: '检查对象 被检查对象 被抽样单位 被抽检单位 被抽样单位名称 抽查对象 受检单位 单位名称 企业名称 被检查人 被检单位 检查对象名称',
    },
    {
      key: 'result',
      title: '检查结果',
      type: 'choice',
      is: 'facet',
      also: '结果 抽检结果 检验结果 检验结论 抽查结果 检查结论 结论 判定结果 是否合格 检查情况',
    },
    {
      key: 'item',
      title: '检查事项',
      type: 'text',
      roles: ['identity'],
      is: 'search',
      also: '检查内容 抽查事项 样品名称 食品名称 产品名称 检验项目 抽查内容 检查项目 抽检项目',
    },
    {
      key: 'field',
      title: '领域',
      type: 'choice',
      is: 'facet',
      also: '类别 检查类别 食品大类 食品类别 产品类别 检查领域 检查类型 抽查类型',
    },
    {
      key: 'agency',
      title: '检查机关',
      type: 'agency',
      is: 'facet',
      also: '检查单位 抽检机关 实施机关 检查部门 抽查机关 任务来源 抽样单位 执法单位 发布单位',
    },
    {
      key: 'checked-on',
      title: '检查日期',
      type: 'date',
      roles: ['identity'],
      is: 'sort',
      also: '检查时间 抽样日期 抽检日期 抽查日期 抽样时间 检验日期',
    },
    {
      key: 'code',
      title: '统一社会信用代码',
      type: 'code',
      mask: 'id-number',
      is: 'search',
      also: '社会信用代码 信用代码 证件号码',
    },
    {
      key: 'batch',
      title: '生产日期或批号',
      type: 'text',
      also: '生产日期 批号 生产日期/批号 规格型号 批次',
    },
    {
      key: 'maker',
      title: '标称生产企业',
      type: 'text',
      is: 'search',
      also: '标称生产企业名称 生产企业 生产单位 生产厂家',
    },
    {
      key: 'fault',
      title: '不合格项目',
      type: 'text',
      is: 'search',
      also: '存在问题 发现的问题 不合格项 不合格项目║检验结果║标准值 主要问题 问题描述 发现问题',
    },
    {
      key: 'action',
      title: '处理情况',
      type: 'text',
      also: '处理结果 处置情况 整改情况 核查处置 处理措施 处理意见',
    },
  ],
  views: [
    { view: 'look-up' },
    { view: 'chart', chart: 'composition', category: 'result', values: [] },
    { view: 'table' },
  ],
  checks: [
    { check: 'required', column: 'result' },
    { check: 'credit-code', column: 'code' },
  ],
  needs: [
    ['target', 'result'],
    ['target', 'item', 'checked-on'],
    ['item', 'result', 'maker'],
  ],
  words: /抽检|抽查|抽样|检查|双随机|检验/u,
});
