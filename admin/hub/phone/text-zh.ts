// The phone pages' words in Chinese.
import type { Channel } from '#shared/catalogue/details.ts';
import type { RecordKind, Validity } from '#shared/catalogue/record.ts';
import { disclosureChinese } from './text-disclosure-zh.ts';
import { dutyChinese } from './text-duty.ts';
import { figuresChinese } from './text-figures.ts';
import { guideShelfChinese } from './text-guide-shelf.ts';
import { guideChinese } from './text-guide-zh.ts';
import { handOffChinese } from './text-hand-off-zh.ts';
import { openDataChinese } from './text-open-data.ts';
import { registersChinese } from './text-registers-zh.ts';
import { shownChinese } from './text-shown-zh.ts';

const kinds: Readonly<Record<RecordKind, string>> = {
  document: '政策文件',
  guide: '办事指南',
  notice: '公告公示',
  matter: '公开事项',
  page: '公开指南与年报',
  register: '信息查询',
  entry: '名录条目',
};

const validities: Readonly<Record<Validity, string>> = {
  'in-force': '现行有效',
  amended: '已修改',
  expired: '已失效',
  repealed: '已废止',
  unknown: '未注明',
};

const channels: Readonly<Record<Channel, string>> = {
  website: '政府网站',
  gazette: '政府公报',
  social: '两微一端',
  briefing: '发布会、听证会',
  broadcast: '广播电视',
  print: '纸质媒体',
  'reading-point': '公开查阅点',
  'service-centre': '政务服务中心',
  'convenience-station': '便民服务站',
  'on-site': '入户或现场',
  'notice-board': '公示栏',
  push: '精准推送',
  library: '图书馆',
  archive: '国家档案馆',
  hotline: '12345热线',
  other: '其他',
};

export const chinese = {
  kinds,
  validities,
  channels,
  audiences: { everyone: '全社会', specific: '特定群体' },
  modes: { proactive: '主动公开', 'on-request': '依申请公开' },
  tiers: { county: '县级', township: '乡级', village: '村级' },
  levels: { ordinary: '一般', important: '重要', emergency: '紧急' },
  header: {
    caption: '基本信息',
    indexNo: '索引号',
    topic: '主题分类',
    genre: '体裁',
    agency: '发布机构',
    date: '成文日期',
    publishedOn: '发布日期',
    docNo: '文号',
    validity: '有效性',
    expiresOn: '废止日期',
    keywords: '关键词',
  },
  guide: {
    title: '办理信息',
    itemType: '事项类型',
    itemCode: '实施编码',
    audience: '服务对象',
    level: '行使层级',
    window: '窗口',
    method: '办理方式',
    statutoryLimit: '法定时限',
    promisedLimit: '承诺时限',
    fee: '收费',
    visits: '到现场次数',
    result: '办理结果',
    conditions: '受理条件',
    materials: '申请材料',
    required: '必要',
    optional: '非必要',
    copies: '份数',
    form: '形式',
    source: '来源',
    steps: '办理环节',
    person: '办理人',
    limit: '时限',
    stepResult: '结果',
    basis: '法律依据',
    questions: '常见问答',
    online: '在线办理',
  },
  matter: {
    title: '公开要求',
    field: '领域',
    levels: '事项',
    elements: '公开内容',
    basis: '公开依据',
    deadline: '公开时限',
    channels: '公开渠道',
    audience: '公开对象',
    mode: '公开方式',
    tiers: '公开层级',
    responsible: '责任单位',
  },
  notice: {
    title: '公告信息',
    level: '级别',
    period: '公示期',
    contact: '意见与咨询',
    from: (day: string) => `${day}起`,
    until: (day: string) => `至${day}`,
    between: (first: string, last: string) => `${first}至${last}`,
  },
  office: {
    title: '联系方式',
    address: '地址',
    phone: '电话',
    complaintPhone: '投诉电话',
    hours: '时间',
    map: '在地图中打开',
    copyAddress: '复制地址',
  },
  files: {
    title: '附件下载',
    download: (name: string) => `下载 ${name}`,
    wechatTitle: '在微信里打不开附件？',
    wechatWhy: '微信不能直接打开或保存文件，请换到浏览器：',
    wechatSteps: [
      '点屏幕右上角的三个点“···”。',
      '在弹出的菜单里选“在浏览器打开”（苹果手机是“在默认浏览器中打开”）。',
      '页面在浏览器里打开后，再点下面的附件。',
    ],
  },
  body: {
    title: '正文',
    part: (part: number, parts: number) => `第 ${part} 部分，共 ${parts} 部分`,
    next: '下一部分',
    previous: '上一部分',
    parts: '正文分页',
    table: '表格，可左右滑动',
    jump: '查看全文开头和基本信息',
  },
  summary: '内容概述',
  /** The day it ended stands behind in brackets, as on the terminal. */
  ended: (validity: string, day: string) => `${validity}（${day}）`,
  version: {
    current: (version: number) => `这是现行版本（第 ${version} 版）`,
    currentSince: (version: number, day: string) => `这是现行版本（第 ${version} 版，${day}更新）`,
    changed: (scanned: number, shown: number) => `您扫描的是第 ${scanned} 版，现在显示的是第 ${shown} 版`,
    changedSince: (scanned: number, shown: number, day: string) =>
      `您扫描的是第 ${scanned} 版，现在显示的是第 ${shown} 版（${day}更新）`,
  },
  /** For a text no longer in force, which must not be called 现行. */
  latest: {
    current: (version: number) => `这是最新一版（第 ${version} 版）`,
    currentSince: (version: number, day: string) => `这是最新一版（第 ${version} 版，${day}更新）`,
  },
  bar: {
    label: '常用操作',
    copy: '复制链接',
    call: '电话',
    address: '地址',
    files: '下载',
    share: '分享',
    copied: '已复制',
  },
  search: {
    title: '查政府信息',
    label: '搜索公开的政府信息',
    hint: '名称、文号、机构',
    button: '搜索',
    results: '搜索结果',
    found: (total: number) => `找到 ${total} 条`,
    foundAtLeast: (total: number) => `找到 ${total}+ 条`,
    alsoSearched: (words: readonly string[]) => `也搜索了：${words.join('、')}`,
    matched: {
      scattered: '没有完全一致的，下面的内容相近。',
      sounds: '按读音找到的相近结果。',
      partly: '没有完全一致的，下面的内容相近。',
    },
    none: (text: string) => `没有找到与“${text}”相符的内容。`,
    noneHelp: '换一个说法，少打几个字，或从下面的分类里找。',
    categories: '分类',
    agencies: '公开机构',
    latest: '最新公开',
    all: '全部',
    more: '下一页',
    back: '上一页',
    count: (total: number) => `${total} 项`,
  },
  missing: {
    title: '没有找到这个编号',
    why: (code: string) =>
      `编号“${code}”不在现在公开的目录里。可能是编号打错了一位，也可能是内容已经换了新的编号。`,
    help: '请核对终端屏幕上二维码下面的编号，或直接搜索：',
  },
  noPage: {
    title: '没有这个页面',
    help: '地址可能写错了，或者页面已经不在了。可以直接搜索：',
  },
  gone: {
    title: '这条内容已经撤下',
    why: (day: string) => `它曾经公开，已于${day}由发布机构撤下，这里不再显示原文。`,
    superseded: '这条内容已经由新的替代',
    successor: '现在请看：',
    help: '可以搜索现在公开的相关内容：',
  },
  damaged: {
    title: '这一页暂时打不开',
    help: '内容文件需要修复，工作人员已经能看到这个问题。您可以先搜索其他内容，或在大厅终端上查看。',
  },
  noRelease: {
    title: '还没有公开的内容',
    help: '工作人员发布内容之后，这里就能查到。',
  },
  footer: {
    asOf: (moment: string) => `内容截至 ${moment}`,
    address: '本页地址',
    otherLanguage: 'English',
    home: '查询首页',
    progress: '查进度',
  },
  skip: '跳到正文',
  guidePage: guideChinese,
  guideShelf: guideShelfChinese,
  openData: openDataChinese,
  figures: figuresChinese,
  handOff: handOffChinese,
  shown: shownChinese,
  duty: dutyChinese,
  disclosure: disclosureChinese,
  registers: registersChinese,
};

export type PhoneText = typeof chinese;
