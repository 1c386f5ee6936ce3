// The words all forms of the phone share, in Chinese: fields, choices, problems, files, sending.

import type { WantedForm, WantedRoute } from '#shared/cases/case-kinds.ts';
import type { FieldProblem, ProblemPlace } from '#shared/cases/forms/check-form.ts';
import type { IdKind, OrganisationClass, VoiceKind } from '#shared/cases/forms/form-fields.ts';

const labels: Readonly<Record<ProblemPlace, string>> = {
  who: '以谁的名义申请',
  class: '单位类型',
  name: '姓名',
  idKind: '证件类型',
  idNumber: '证件号码',
  organisation: '单位名称',
  creditCode: '统一社会信用代码',
  legalRepresentative: '法定代表人或负责人',
  contact: '联系人',
  phone: '联系电话',
  address: '通信地址',
  postCode: '邮政编码',
  email: '电子邮箱',
  agency: '向哪个机构',
  kind: '您要做什么',
  title: '信息的名称或文号',
  content: '内容',
  wrong: '哪里不对',
  right: '应当怎样写',
  wantedForm: '要什么形式',
  wantedRoute: '怎样给您',
  mayPublish: '可以公开这条问答，不公开我的姓名和电话',
  consent: '我同意这样使用',
  files: '照片或文件',
};

const idKinds: Readonly<Record<IdKind, string>> = {
  resident: '居民身份证',
  passport: '护照',
  'hong-kong-macao': '港澳居民证件',
  taiwan: '台湾居民证件',
  'foreign-permit': '外国人永久居留证',
  other: '其他证件',
};

const classes: Readonly<Record<OrganisationClass, string>> = {
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '其他组织',
};

const voiceKinds: Readonly<Record<VoiceKind, string>> = {
  opinion: '提意见',
  complaint: '投诉',
  suggestion: '提建议',
  question: '咨询问题',
};

const wantedForms: Readonly<Record<WantedForm, string>> = {
  electronic: '电子版',
  paper: '纸质',
  disc: '光盘',
};

const wantedRoutes: Readonly<Record<WantedRoute, string>> = {
  online: '在手机上看（用查询码）',
  post: '邮寄给我',
  'in-person': '我自己去取',
  'read-copy': '到现场查阅、抄录',
};

const problems: Readonly<Record<FieldProblem, string>> = {
  missing: '这一项要填。',
  'too-short': '太短了，请再写清楚一点。',
  'too-long': '太长了，请缩短一些。',
  'no-choice': '请选一项。',
  'id-number': '号码不对，请对照证件再看一遍，身份证是 18 位。',
  'credit-code': '代码不对，请对照营业执照再看一遍，一共 18 位。',
  phone: '电话号码不对。手机是 11 位，座机请加区号。',
  email: '邮箱地址不对，应当像 name@example.com。',
  consent: '请先勾选同意，才能提交。',
  'too-many-files': '最多 6 个文件，请先去掉几个。',
  'file-too-large': '这个文件太大，每个不超过 15\u00a0MB。',
  'file-kind': '只收照片（JPG、PNG）和 PDF。',
};

export const formsChinese = {
  labels,
  idKinds,
  classes,
  voiceKinds,
  wantedForms,
  wantedRoutes,
  problems,
  who: { person: '我个人', organisation: '单位、组织' },
  optional: '可不填',
  choose: '请选择',
  agencyUnknown: '不知道，由工作人员判断',
  agencyFind: '输入几个字，找机构',
  agencyNone: '没有这个名称的机构，可以选“不知道”。',
  agencyChosen: (name: string) => `已选：${name}`,
  agencyChange: '换一个',
  hints: {
    idNumber: '只用来核对您的身份，除了经办人，谁也看不到。',
    phone: '答复好了会打这个电话；查进度时要用它的后四位。',
    phoneVoice: '留下电话，我们能回复您；不留也可以。',
    address: '选了邮寄，就要填写。',
    address2: '答复要邮寄时用。',
    creditCode: '在营业执照或登记证书上，18 位。',
    agency: '不知道也没关系。',
  },
  summary: (count: number) => `还有 ${count} 处要改，改好再提交：`,
  record: '关于这条信息',
  recordGone: '这条信息现在不在公开目录里，仍然可以继续填写。',
  next: '继续',
  files: {
    title: '照片和文件',
    hint: '照片或 PDF，最多 6 个，每个不超过 15\u00a0MB。',
    take: '拍照',
    choose: '从手机里选',
    remove: (name: string) => `去掉 ${name}`,
    removeShort: '去掉',
    shrinking: '正在处理照片…',
    kept: '已经传上来的文件',
    unreadable: '这张照片打不开，请换一张。',
    privacy: '照片会先在您的手机上缩小，拍摄地点等信息不会发出去。',
  },
  submit: '提交',
  sendState: {
    saving: '正在保存…',
    sending: '正在发送，请稍等…',
    progress: (percent: string) => `已发送 ${percent}%`,
    waiting: '现在发不出去，已经保存在这部手机里。网络恢复后会自动再发，关掉页面也不会丢。',
    offline: '现在没有网络。已经保存在这部手机里，有网络时会自动再发。',
    busy: '现在提交的人太多，过一会儿会自动再发。',
    retry: '现在再发一次',
    drop: '不发了，回去修改',
    title: '正在替您提交',
    memory: '这个浏览器不能保存，请不要关闭页面。',
    failed: '没有发出去，您填的内容还在。请检查网络后再按一次“提交”。',
  },
  draft: {
    restored: (day: string) => `已经恢复您 ${day} 没填完的内容。`,
    clear: '清除已填的内容',
    cleared: '已经清除。',
    kept: '填到一半也不要紧：内容只保存在这部手机里，7 天后自动清除。',
  },
  shared: '不是自己的手机？用完请清除。',
  privacyTitle: '您的个人信息',
  privacy: [
    '只用来办理这一件事、和您联系、给您答复。',
    '加密保存，只有经办的工作人员能看，每次查看都有记录。',
    '不放进公开的内容，也不会留在大厅的终端上。',
    '您可以要求查阅、更正或者删除。',
  ],
  keptFor: (months: number) =>
    `办完以后保存 ${months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`}，到期删除。`,
  again: '再填一份',
  progressLink: '查进度和答复',
  trouble: '没有提交成功',
  troubleHelp: '您填的内容还在下面，没有丢。请再按一次“提交”；还是不行，可以打电话或到大厅办理。',
  closed: {
    title: '这里暂时不收网上提交',
    help: '可以打电话、写信或者到大厅当面提出，工作人员会帮您办理。',
  },
};

export type FormsText = typeof formsChinese;
