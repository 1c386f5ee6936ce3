// The words of the open-data page, in Chinese and English.

export const openDataChinese = {
  title: '开放数据',
  lead: (records: string) =>
    `这里可以整批下载本馆正在公开的内容（${records} 条），与终端上看到的完全一样：同一个发布版本，同样的遮盖。`,
  all: '全部内容',
  csv: '表格（CSV，UTF-8）：每条一行，不含正文',
  jsonLines: 'JSON Lines：每行一条，含正文和附件地址',
  json: 'JSON：同上，一个文件',
  registers: '名录',
  rows: (count: string) => `${count} 行，CSV`,
  subscribe: '订阅',
  atom: 'Atom：最新 50 条，可加 ?kind= 和 ?agency= 缩小范围',
  jsonFeed: 'JSON Feed：同上',
  description: '数据集说明（机器可读，DCAT）',
  notes:
    '数据随每次发布更新，地址不变，可用 ETag 判断有没有变化。以 = + - @ 开头的单元格前面加了一个撇号，以免表格软件把它当作公式；数字除外。',
};

export const openDataEnglish: typeof openDataChinese = {
  title: 'Open data',
  lead: (records) =>
    `Everything this hall has public now (${records} records), to download as a whole: the same release, with the same masking, as on its terminals.`,
  all: 'All content',
  csv: 'Table (CSV, UTF-8): a record a line, without its text',
  jsonLines: 'JSON Lines: a record a line, with its text and the addresses of its files',
  json: 'JSON: the same as one document',
  registers: 'Registers',
  rows: (count) => `${count} rows, CSV`,
  subscribe: 'Feeds',
  atom: 'Atom: the newest 50 records; ?kind= and ?agency= narrow it',
  jsonFeed: 'JSON Feed: the same',
  description: 'Description of the data set (for machines, DCAT)',
  notes:
    'The data follows every release under the same addresses; ETags tell whether it changed. Cells that begin with = + - @ have an apostrophe before them, so that no spreadsheet takes them for formulas; numbers have none.',
};

/** Headings of the table of all records, as an import understands them: what one hall shares, another can take in. */
export const recordHeadings: readonly string[] = [
  ...['标题', '类型', '索引号', '文号', '发布机构', '成文日期', '发布日期', '主题分类', '体裁', '有效性'],
  ...['废止日期', '关键词', '内容概述', '栏目', '地址'],
];
export const addressHeading = '地址';
