// Chinese words of the on-screen keypad.
export const keypadZh = {
  'keypad.label': '屏幕键盘',
  'keypad.ways': '输入方式',
  'keypad.pinyin': '拼音',
  'keypad.number': '数字、文号',
  'keypad.close': '收起',
  'keypad.words': '可以点选的词',
  'keypad.delete': '删去一个字',
  'keypad.years': '文号里的年份',
  'keypad.pinyinHint': '打拼音首字母就行，例如“社保卡”打 SBK。点出现的词，一步就找到。',
  'keypad.numberHint': '先点年份，再点号数；也可以直接打索引号里的数字。',
  'keypad.nothing': '没有这样开头的内容，刚才那个键没有算。',
  'keypad.resultsFor': '下面是“{text}”的结果，还可以接着打。',
} as const;
