// What the fields of a record are called: rules read the Chinese word as a label, places are worded with both.

type Words = readonly [zh: string, en: string];

const words: Readonly<Record<string, Words>> = {
  title: ['标题', 'title'],
  agency: ['发布机构', 'agency'],
  docNo: ['文号', 'document number'],
  indexNo: ['索引号', 'index number'],
  date: ['成文日期', 'date of forming'],
  publishedOn: ['发布日期', 'date of publication'],
  expiresOn: ['废止日期', 'date of repeal'],
  topic: ['主题分类', 'topic'],
  genre: ['体裁', 'genre'],
  summary: ['内容概述', 'summary'],
  keywords: ['关键词', 'keywords'],
  body: ['正文或附件', 'text or attachment'],
  'details.phone': ['咨询电话', 'phone for questions'],
  'details.complaintPhone': ['投诉电话', 'phone for complaints'],
  'details.places.phone': ['办公电话', 'office phone'],
  'details.address': ['办理地址', 'where to go'],
  'details.places.address': ['办理地址', 'where to go'],
  'details.contact': ['咨询方式', 'where to ask'],
  'details.objection': ['异议受理', 'where to object'],
  'details.responsible': ['责任部门', 'responsible office'],
  'details.responsiblePerson': ['责任人', 'responsible person'],
  'details.steps.person': ['办理人', 'who handles it'],
  'details.basis': ['依据', 'legal basis'],
  'details.deadline': ['公开时限', 'deadline'],
  'details.channels': ['公开渠道', 'channels'],
  'details.materials': ['申请材料', 'materials'],
  'details.limit': ['办理时限', 'time limit'],
  'details.elements': ['公开内容', 'content'],
};

/** The Chinese or English word for a field; fields of details without one are called by their kind. */
export function fieldName(key: string, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  const known = words[key];
  if (known !== undefined) return known[language === 'en' ? 1 : 0];
  return key.startsWith('details.') ? (language === 'en' ? 'details' : '要素') : key;
}
