// Chinese words about what is shown for a time only.
export const shownZh = {
  'record.ended': '展示期已过',
  'record.noticeEnded': '公示期已过',
  'notice.objection': '异议受理',
  'notice.daysLeft': '公示剩余 {days} 天',
  'notice.lastDay': '公示今天截止',
  'handoff.label.objection': '异议受理',
  'record.endedAt': '展示到 {moment} 为止，现在不再展示。如需了解，请咨询工作人员。',
} as const;
