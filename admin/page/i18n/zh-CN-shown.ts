// Chinese words of the desk about what is shown for a time only.
export const zhCNShown = {
  'shown.title': '定时展示（北京时间，不填表示一直展示）',
  'shown.from': '从何时起展示',
  'shown.until': '到何时止',
  'shown.state.always': '发布后一直展示。',
  'shown.state.waiting': '已排定：发布后先存到终端，{from} 起自动展示。',
  'shown.state.showing': '发布后即可看到，{until} 自动撤下，终端断网也照此执行。',
  'shown.state.endless': '已到展示时间，发布后即可看到。',
  'shown.state.over': '展示期已于 {until} 结束，发布后也不再展示。',
  'detail.notice.withdrawsAtEnd': '公示期满自动撤下',
  'detail.notice.objection': '异议受理（单位、电话、邮箱）',
} as const;
