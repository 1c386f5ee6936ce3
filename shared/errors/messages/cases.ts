// Errors of requests, opinions and the like.
import { defineMessages } from './message.ts';

export const caseMessages = defineMessages({
  'cases.key-missing': {
    zh: '申请与意见的密钥文件（keys/cases.key）丢失或已损坏，无法读出其中的个人信息。请管理员恢复该文件。',
    en: 'The key file of requests and opinions (keys/cases.key) is missing or damaged, so what is sealed with it cannot be read. Restore the file.',
    status: 503,
  },
  'cases.not-found': {
    zh: '没有查到。请核对查询码和手机号后四位，两项都要与提交时一致。',
    en: 'Nothing found. Check the code and the last four digits of the phone number; both must be as when it was sent.',
    status: 404,
  },
  'cases.piece-misplaced': {
    zh: '文件没有接上，正从已收到的地方继续。',
    en: 'The file did not join up; going on from what has arrived.',
    status: 409,
  },
  'cases.kind-closed': {
    zh: '这一项现在不在网上受理。请到服务窗口办理，或电话咨询。',
    en: 'This is not taken online at present. Come to the counter, or ask by telephone.',
    status: 409,
  },
  'cases.anonymous-only': {
    zh: '在终端上只能不留姓名地提意见，不能附文件。需要答复的，请扫码在手机上填写。',
    en: 'At the terminal only anonymous words are taken, without files. Scan the code to write on your phone if you want an answer.',
    status: 400,
  },
  'cases.applicant-needed': {
    zh: '请填写申请人的姓名（名称）、身份证明和联系方式（条例第二十九条）。',
    en: 'Give the applicant’s name, proof of identity and contact (Art. 29).',
    status: 400,
  },
  'cases.name-needed': {
    zh: '请填写姓名。',
    en: 'Give a name.',
    status: 400,
  },
  'cases.id-needed': {
    zh: '请选择证件类型并填写证件号码。',
    en: 'Choose the kind of identity document and give its number.',
    status: 400,
  },
  'cases.id-wrong': {
    zh: '证件号码不对，请对照证件核对每一位。',
    en: 'The number of the identity document is wrong; compare every character with the document.',
    status: 400,
  },
  'cases.contact-needed': {
    zh: '请至少留一种联系方式：电话、通信地址或电子邮箱。',
    en: 'Leave at least one way to reach you: telephone, address or e-mail.',
    status: 400,
  },
  'cases.phone-wrong': {
    zh: '电话号码的位数不对，请核对。',
    en: 'The telephone number has the wrong number of digits; check it.',
    status: 400,
  },
  'cases.email-wrong': {
    zh: '电子邮箱的写法不对，请核对。',
    en: 'The e-mail address is not written rightly; check it.',
    status: 400,
  },
  'cases.organisation-needed': {
    zh: '请填写单位名称。',
    en: 'Give the name of the organisation.',
    status: 400,
  },
  'cases.credit-code-needed': {
    zh: '请填写统一社会信用代码（18 位）。',
    en: 'Give the unified social credit code (18 characters).',
    status: 400,
  },
  'cases.credit-code-wrong': {
    zh: '统一社会信用代码不对：校验位不符，请对照证照核对。',
    en: 'The unified social credit code is wrong: its check character does not fit. Compare it with the certificate.',
    status: 400,
  },
  'cases.representative-needed': {
    zh: '请填写法定代表人或负责人。',
    en: 'Give the legal representative.',
    status: 400,
  },
  'cases.contact-person-needed': {
    zh: '请填写联系人。',
    en: 'Name a contact person.',
    status: 400,
  },
  'cases.address-needed': {
    zh: '选择邮寄的，请填写通信地址。',
    en: 'Give an address, since the answer is wanted by post.',
    status: 400,
  },
  'cases.form-needed': {
    zh: '请选择希望得到信息的形式：纸质、电子文本或光盘。',
    en: 'Choose the form in which the information is wanted: paper, electronic or disc.',
    status: 400,
  },
  'cases.route-needed': {
    zh: '请选择获取信息的方式：邮寄、网上、当面领取或查阅抄录。',
    en: 'Choose how to get the information: by post, online, in person or by reading it here.',
    status: 400,
  },
  'cases.wrong-right-needed': {
    zh: '请写明记录中哪里不对、应当怎样更正。',
    en: 'Say what is wrong in the record, and what it should say.',
    status: 400,
  },
  'cases.file-missing': {
    zh: '有一个附件没有传完，或已过期。请重新添加这个附件后再提交。',
    en: 'A file did not arrive in full, or its time is over. Add it again and send once more.',
    status: 409,
  },
  'cases.file-type': {
    zh: '只收图片（JPEG、PNG、WebP）和 PDF 文件，这个文件的内容不是其中之一，或已损坏。',
    en: 'Only pictures (JPEG, PNG, WebP) and PDF files are taken; this one is none of them by its content, or is damaged.',
    status: 415,
  },
  'cases.file-active': {
    zh: '这个 PDF 里带有程序、附件或会自动执行的内容，不能接收。请另存为普通 PDF，或拍照上传。',
    en: 'This PDF carries scripts, embedded files or things that run by themselves, and is not taken. Save it as a plain PDF, or send a photo.',
    status: 415,
  },
  'cases.picture-too-large': {
    zh: '图片的尺寸太大。请把图片缩小后再上传。',
    en: 'The picture has too many pixels. Make it smaller and send it again.',
    status: 413,
  },
  'cases.piece-too-small': {
    zh: '分片太小，请用较大的分片上传。',
    en: 'The piece is too small; send larger ones.',
    status: 400,
  },
  'cases.uploads-full': {
    zh: '现在上传的人太多，暂时放不下。请过一小时再试，或先不带附件提交。',
    en: 'Too much is being uploaded at the moment. Try again in an hour, or send without files.',
    status: 503,
  },
  'cases.not-awaiting-completion': {
    zh: '这件申请现在不需要补正，或已经补正过。',
    en: 'Nothing has to be supplied for this application now, or it was supplied already.',
    status: 409,
  },
  'cases.settled': {
    zh: '这件事已经办结，不能再撤回。',
    en: 'This is settled already and can no longer be taken back.',
    status: 409,
  },
  'cases.not-answered': {
    zh: '答复之后才能评价。',
    en: 'It can be rated once it is answered.',
    status: 409,
  },
  'cases.try-later': {
    zh: '试的次数太多了。请在 {retryAfterSeconds} 秒后再查。',
    en: 'Too many tries. Look again in {retryAfterSeconds} seconds.',
    status: 429,
  },
  'cases.person-needed': {
    zh: '请提供证件号码，或姓名和电话，才能查找某人的材料。',
    en: 'Give an identity number, or a name with a telephone number, to find what is held of a person.',
    status: 400,
  },
  'cases.reason-personal': {
    zh: '理由里不要写姓名、号码等个人信息：理由会长期留在操作记录里。',
    en: 'Leave names and numbers out of the reason: it stays in the audit trail.',
    status: 400,
  },
  'cases.erased': {
    zh: '这件材料里的个人信息已经删除，无法再读出或办理。',
    en: 'The personal data of this case was erased; it can no longer be read or handled.',
    status: 410,
  },
});
