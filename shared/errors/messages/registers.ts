// Errors and warnings of registers: how they are defined, and what their rows say.
import { defineMessages } from './message.ts';

export const registerMessages = defineMessages({
  'register.bad-definition': {
    zh: '名录的设置有误（{place}）：{fault}。请改正后再保存。',
    en: 'The register is not set up properly ({place}): {fault}. Correct it and save again.',
    status: 422,
  },
  'register.title-missing': {
    zh: '“{title}”是空的，这一行没有名称，无法列出。请补上后再导入。',
    en: '“{title}” is empty: the row has no name to be listed by. Fill it in and import it again.',
    status: 422,
  },
  'register.identity-missing': {
    zh: '没有能把这一行与其他行区分开的内容（{titles}）。请补上后再导入。',
    en: 'Nothing tells this row from the others ({titles}). Fill it in and import it again.',
    status: 422,
  },
  'register.value-missing': {
    zh: '“{title}”是空的，这一项必须填写。',
    en: '“{title}” is empty, but it has to be filled in.',
    status: 422,
  },
  'register.cell-too-long': {
    zh: '“{title}”有 {length} 个字，超过 {limit} 个字的上限。请精简，或作为文件另行发布。',
    en: '“{title}” has {length} characters, over the limit of {limit}. Shorten it, or publish it as a document.',
    status: 422,
  },
  'register.credit-code-shape': {
    zh: '“{text}”不是统一社会信用代码：应为 18 位数字和大写字母（不含 I、O、S、V、Z）。',
    en: '“{text}” is no unified social credit code: it takes 18 digits and capital letters (without I, O, S, V, Z).',
    status: 422,
  },
  'register.credit-code-check': {
    zh: '统一社会信用代码“{text}”的校验码不对：末位应为 {expected}。请核对是否录错。',
    en: 'The check character of the credit code “{text}” is wrong: the last one should be {expected}. Look for a slip of the pen.',
    status: 422,
  },
  'register.organisation-code-check': {
    zh: '统一社会信用代码“{text}”中的组织机构代码（第 9—17 位）校验码不对：第 17 位应为 {expected}。',
    en: 'The organisation code within the credit code “{text}” (places 9 to 17) has a wrong check character: place 17 should be {expected}.',
    status: 422,
  },
  'register.old-registration-number': {
    zh: '“{text}”是 15 位的旧注册号，不是统一社会信用代码，未作校验。',
    en: '“{text}” is a registration number of the old kind with 15 digits, not a credit code; it was not checked.',
    status: 422,
  },
  'register.code-rounded': {
    zh: '“{text}”是表格软件把长数字改成的科学计数法，末几位已经丢失。请把该列设为文本、重新填写。',
    en: '“{text}” is a long number a spreadsheet turned into powers of ten; its last digits are lost. Set the column to text and enter it again.',
    status: 422,
  },
  'register.number-unreadable': {
    zh: '“{text}”不是数字（“{title}”）。',
    en: '“{text}” is no number (“{title}”).',
    status: 422,
  },
  'register.unit-mismatch': {
    zh: '“{text}”的单位与“{title}”的单位（{unit}）对不上，无法换算。',
    en: 'The unit of “{text}” cannot be turned into the unit of “{title}” ({unit}).',
    status: 422,
  },
  'register.date-unreadable': {
    zh: '“{text}”不是能认出的日期（“{title}”）。可以写成 2026-03-01 或 2026年3月1日。',
    en: '“{text}” is no date that can be read (“{title}”). Write 2026-03-01 or 2026年3月1日.',
    status: 422,
  },
  'register.date-impossible': {
    zh: '“{text}”这一天不存在（“{title}”）。请核对。',
    en: 'There is no such day as “{text}” (“{title}”). Check it.',
    status: 422,
  },
  'register.dates-reversed': {
    zh: '“{until}”早于“{from}”。请核对哪一个写错了。',
    en: '“{until}” is earlier than “{from}”. Check which one is wrong.',
    status: 422,
  },
  'register.difference-wrong': {
    zh: '“{title}”写的是 {found}，按前后两数相减应为 {expected}。',
    en: '“{title}” says {found}; the two figures before it differ by {expected}.',
    status: 422,
  },
  'register.total-wrong': {
    zh: '“{title}”写的是 {found}，各项相加为 {expected}。',
    en: '“{title}” says {found}; its parts add up to {expected}.',
    status: 422,
  },
  'register.sum-differs': {
    zh: '“{name}”的“{title}”写的是 {stated}，分项相加为 {added}，相差 {gap}。请核对；原数照登，不作改动。',
    en: '“{name}”, “{title}”: the table says {stated}, its items add up to {added}, a difference of {gap}. Check it; the figure is kept as it is.',
    status: 422,
  },
  'register.sum-rounded': {
    zh: '“{name}”的“{title}”写的是 {stated}，分项相加为 {added}，相差 {gap}，可能因四舍五入。',
    en: '“{name}”, “{title}”: the table says {stated}, its items add up to {added}, a difference of {gap}, perhaps from rounding.',
    status: 422,
  },
  'register.id-number-shown': {
    zh: '“{title}”里像是有身份证号，而这一列没有设遮盖。请把遮盖方式设为“身份证号”或删去号码。',
    en: '“{title}” seems to hold the number of an identity card, and the column is not masked. Mask it or take the number out.',
    status: 422,
  },
  'register.mobile-number-shown': {
    zh: '“{title}”里像是有个人手机号，而这一列没有设遮盖。如属个人号码，请设遮盖或改填办公电话。',
    en: '“{title}” seems to hold a mobile number, and the column is not masked. If it is a private one, mask it or give the office’s number.',
    status: 422,
  },
});
