// The phone pages' words about what is shown for a time only, in Chinese.
export const shownChinese = {
  left: '公示剩余',
  daysLeft: (days: number) => `${days} 天`,
  lastDay: '今天截止',
  notBegun: '公示还没有开始',
  over: '公示已经结束',
  objection: '异议受理',
  emergency: '紧急通知',
  offShow: {
    title: '这条内容现在不展示',
    why: '它的公示期或展示期已经结束，或者还没有开始，这里不显示原文。',
    help: '可以向发布机构咨询，也可以搜索现在公开的内容：',
  },
};
