// What each rule is called and what to do about what it found, in both languages.
import type { RuleGroup, RuleId } from './rule-table.ts';

type Words = readonly [zh: string, en: string];

/** Name, then advice. */
const words: Readonly<Record<RuleId, readonly [name: Words, advice: Words]>> = {
  'id-number': [
    ['身份证号码', 'Identity card number'],
    ['除依法必须公开外，请删去或遮住中间各位。', 'Remove it or mask its middle, unless the law asks for it.'],
  ],
  'mobile-phone': [
    ['手机号码', 'Mobile phone number'],
    [
      '请改用办公电话；确需公开个人手机号的，写明理由。',
      'Give an office number instead, or say why this one must be public.',
    ],
  ],
  'home-phone': [
    ['住宅电话', 'Home phone number'],
    ['请删去个人住宅电话。', 'Remove the private number.'],
  ],
  'bank-card': [
    ['银行卡号', 'Bank card number'],
    ['请删去，或只留末四位。', 'Remove it or keep the last four digits only.'],
  ],
  passport: [
    ['护照或通行证号码', 'Passport or travel permit number'],
    ['请删去或遮住中间各位。', 'Remove it or mask its middle.'],
  ],
  'home-address': [
    ['个人住址', 'Home address'],
    [
      '请只写到街道或村，不写门牌、单元和室号。',
      'Keep it down to street or village, without house and room.',
    ],
  ],
  'named-list': [
    ['姓名与敏感信息同列', 'Names beside sensitive facts'],
    [
      '请核对依据；可公开的只留姓氏，其余用“*”代替。',
      'Check the legal basis; where it may be public, keep surnames only.',
    ],
  ],
  'number-plate': [
    ['车牌号码', 'Number plate'],
    ['请删去，或遮住后几位。', 'Remove it or mask its last characters.'],
  ],
  'private-email': [
    ['个人邮箱', 'Private e-mail address'],
    ['建议改用单位邮箱。', 'Prefer an address of the office.'],
  ],
  'image-location': [
    ['图片带有拍摄位置', 'Picture tells where it was taken'],
    ['请用不带位置信息的图片替换。', 'Replace it by a picture without its position.'],
  ],
  classification: [
    ['密级标志', 'Mark of secrecy'],
    [
      '涉密内容不得公开。请立即停止，交保密审查人员处理。',
      'Secrets must not be published. Stop and hand it to the secrecy reviewer.',
    ],
  ],
  'internal-mark': [
    ['内部使用标志', 'Mark of internal use'],
    ['请确认可以公开，并去掉标志。', 'Make sure that it may be public, and take the mark off.'],
  ],
  'hidden-text': [
    ['看不见的文字', 'Text nobody sees'],
    ['请在原文件中显示并删除，再重新上传。', 'Show and delete it in the source file, then upload again.'],
  ],
  'covered-text': [
    ['黑框下面的文字', 'Text under a box'],
    [
      '遮盖不等于删除：请在原文件中删去文字，重新导出。',
      'Covering is not deleting: remove the words in the source and export again.',
    ],
  ],
  comment: [
    ['批注', 'Comment'],
    ['请删除全部批注后重新上传。', 'Delete all comments and upload again.'],
  ],
  'tracked-change': [
    ['修订痕迹', 'Tracked changes'],
    ['请接受或拒绝全部修订后重新上传。', 'Accept or reject all changes and upload again.'],
  ],
  metadata: [
    ['文件属性', 'Properties of the file'],
    ['请检查作者、单位等属性是否可以公开。', 'See whether author, office and the like may be public.'],
  ],
  'embedded-file': [
    ['夹带的文件', 'Embedded file'],
    ['请打开核对；不需要的请删除。', 'Open and check it; delete what is not needed.'],
  ],
  'local-path': [
    ['本机或内网路径', 'Path of a computer'],
    ['请删去，路径里常带有人名。', 'Remove it; such paths often hold names.'],
  ],
  'draft-wording': [
    ['未定稿字样', 'Mark of a draft'],
    [
      '正式公开的文件不应带有这类字样，请核对是否用错了版本。',
      'A final document carries none; see whether this is the right version.',
    ],
  ],
  placeholder: [
    ['待填内容', 'Placeholder'],
    ['请补全；空白表格、样例可注明理由。', 'Fill it in; blank forms may stay, with a reason.'],
  ],
  'impossible-date': [
    ['不存在的日期', 'Date that does not exist'],
    ['请核对日期。', 'Check the date.'],
  ],
  'missing-field': [
    ['缺少著录项', 'Missing header field'],
    ['请补充；确实没有的可注明。', 'Add it, or say that there is none.'],
  ],
  'date-order': [
    ['日期先后有误', 'Dates in the wrong order'],
    ['请核对成文、发布、废止日期。', 'Check the dates of forming, publication and repeal.'],
  ],
  'future-date': [
    ['日期在将来', 'Date in the future'],
    ['请核对日期。', 'Check the date.'],
  ],
  'index-number': [
    ['索引号有误', 'Wrong index number'],
    ['请核对索引号。', 'Check the index number.'],
  ],
  'index-duplicate': [
    ['索引号重复', 'Index number used twice'],
    ['索引号应当唯一，请改正其中一条。', 'It must be unique; correct one of the two.'],
  ],
  'private-link': [
    ['内网链接', 'Link into a private network'],
    ['公众打不开，请换成公开地址或删去。', 'The public cannot open it; replace or remove it.'],
  ],
  'dead-link': [
    ['失效链接', 'Dead link'],
    ['请改正或删去。', 'Correct or remove it.'],
  ],
  'doubtful-link': [
    ['链接暂时打不开', 'Link that did not answer'],
    ['可能是对方网站一时不通，请稍后再查。', 'The site may be down for a while; check again later.'],
  ],
  'unreadable-file': [
    ['文件无法检查', 'File could not be checked'],
    [
      '请打开核对，另存为 .docx、.xlsx 或 PDF 后重新上传。',
      'Open it, save it as .docx, .xlsx or PDF and upload again.',
    ],
  ],
  'unchecked-part': [
    ['有一部分没有检查', 'A part was not checked'],
    ['文件太大，请人工核对其余部分。', 'The file is too large; check the rest by eye.'],
  ],
};

const groupWords: Readonly<Record<RuleGroup, Words>> = {
  personal: ['个人信息', 'Personal data'],
  secrecy: ['密级和内部标志', 'Marks of secrecy'],
  hidden: ['隐藏内容', 'Hidden content'],
  wording: ['文字', 'Wording'],
  header: ['著录信息', 'Header'],
  file: ['文件和链接', 'Files and links'],
};

type Language = 'zh-CN' | 'en';
const at = (language: Language) => (language === 'en' ? 1 : 0);

export const ruleName = (rule: RuleId, language: Language): string => words[rule][0][at(language)];
export const ruleAdvice = (rule: RuleId, language: Language): string => words[rule][1][at(language)];
export const groupName = (group: RuleGroup, language: Language): string => groupWords[group][at(language)];
