// Chinese words before what a register or an entry says in lines: on paper and in the text of a symbol.
export const registerLinesZh = {
  'handoff.label.register': '出自',
  'handoff.label.figuresPeriod': '统计期间',
  'handoff.label.entries': '收录',
  'handoff.label.ranking': '排行',
  'handoff.label.notes': '请注意',
  'handoff.label.shownUntil': '公布到',
} as const;
