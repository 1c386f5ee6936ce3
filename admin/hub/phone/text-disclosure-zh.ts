// The phone pages' words for the fixed sections of the disclosure platform, in Chinese.
export const disclosureChinese = {
  title: '公开指南与年报',
  sections: {
    'disclosure-guide': '政府信息公开指南',
    rules: '政府信息公开制度',
    'annual-report': '政府信息公开年报',
  },
  none: '这个栏目还没有内容。',
  year: (year: string) => `${year}年`,
  noYear: '未注明年份',
  apply: '依申请公开',
  applyLead: '查不到的政府信息，公民、法人和其他组织都可以申请，不需要说明用途。',
  what: '写清楚什么',
  whatItems: [
    '姓名或者名称、身份证明、联系方式',
    '要的信息的名称、文号，或者便于查询的其他特征',
    '想要的形式：纸质、电子或者其他，怎样送达',
  ],
  whatNote: '书写有困难的，可以口头提出，由工作人员代为填写。',
  how: '怎样办理',
  howItems: [
    '提出申请：当面、邮寄、传真或者网上',
    '内容不明确的，7 个工作日内一次告知补正',
    '能当场答复的当场答复；否则 20 个工作日内答复，最多再延长 20 个工作日',
  ],
  fee: '收费',
  feeLine: '提供政府信息不收费。数量、频次明显超过合理范围的，可以收取信息处理费。',
  remedy: '对答复不服',
  remedyLine: '可以向上一级机关投诉、举报，也可以依法申请行政复议或者提起行政诉讼。',
  office: '受理机构',
  supervision: '监督电话',
  basis: '依据：《中华人民共和国政府信息公开条例》第二十七条至第四十二条',
};
