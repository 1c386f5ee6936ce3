// Chinese words of the reading room: going to an article, finding within a text.
export const readingZh = {
  'reading.pad': '按条号去',
  'reading.padTyped': '条号',
  'reading.padDelete': '退一位',
  'reading.padGo': '去{article}',
  'reading.padHint': '点数字，直接去那一条',

  'find.open': '文中查找',
  'find.title': '在这份文件里查找',
  'find.label': '在文中找一个词',
  'find.words': '可以找的词',
  'find.count': '找到的位置',
  'find.none': '没有找到',
  'find.previous': '上一处',
  'find.next': '下一处',
  'find.close': '关闭查找',
} as const;
