// Chinese words of the writing pad.
export const handwritingZh = {
  'keypad.handwriting': '手写',
  'handwriting.label': '手写板',
  'handwriting.square': '写字格，已写 {count} 笔',
  'handwriting.candidates': '可能是这些字',
  'handwriting.hint': '用手指在格子里写一个字，笔顺不限，连笔也可以。写完点选出现的字。',
  'handwriting.loading': '正在准备手写板……',
  'handwriting.looking': '正在认……',
  'handwriting.nothing': '没认出来。请点“重写”，写大一点再试。',
  'handwriting.failed': '手写板打不开。请先用拼音输入。',
  'handwriting.undo': '撤销一笔',
  'handwriting.delete': '删字',
  'handwriting.takenBack': '没有这样开头的内容，刚才那个字没有算。',
  'handwriting.clear': '重写',
} as const;
