// The phone pages' words about what must be public and what is, in Chinese and English.
export const dutyChinese = {
  title: '公开情况',
  should: '应公开',
  is: '已公开',
  latest: '最近更新',
  items: (count: number) => `${count} 条`,
  atLeast: (count: number) => `${count} 条以上`,
  none: '尚未公开',
  noneHelp: '现在公开的目录里没有这个事项的内容。可以向公开主体询问，也可以依申请公开。',
  undated: '未注明日期',
  isOld: '已超过更新周期',
  owed: '应更新日期',
  owedPast: (date: string) => `此信息应于 ${date} 更新`,
  owedNext: (date: string) => `下次更新应在 ${date} 以前`,
  list: '已公开的内容',
  person: '责任人',
};

export const dutyEnglish: typeof dutyChinese = {
  title: 'What is public',
  should: 'Must be public',
  is: 'Is public',
  latest: 'Last updated',
  items: (count) => (count === 1 ? '1 record' : `${count} records`),
  atLeast: (count) => `${count} records or more`,
  none: 'Not yet public',
  noneHelp:
    'The current catalogue holds nothing for this matter. You can ask the agency, or apply for disclosure.',
  undated: 'No date given',
  isOld: 'older than its update period',
  owed: 'Update due',
  owedPast: (date) => `This should have been updated by ${date}`,
  owedNext: (date) => `The next update is due by ${date}`,
  list: 'What has been disclosed',
  person: 'Person responsible',
};
