// How papers say days, amounts, channels and kinds, in the words of official Chinese.
import type { CaseChannel, CaseKind, WantedForm, WantedRoute } from '#shared/cases/case-kinds.ts';
import type { ReplyKind } from '#shared/cases/replies.ts';
import type { CasePaperKind } from '#shared/protocol/case-desk-api.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';

/** Stands for the applicant until it is known whether that is a person. */
export const applicantYou = '您（单位）';

export const regulation = '《中华人民共和国政府信息公开条例》';

/** 2026年3月1日; what is no day stays as it is. */
export function chineseDay(day: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day ?? '');
  return parts === null ? (day ?? '') : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** 1,234.50元; without cents where there are none. */
export function yuanOf(fen: number): string {
  const least = fen % 100 === 0 ? 0 : 2;
  const yuan = (fen / 100).toLocaleString('en-US', {
    minimumFractionDigits: least,
    maximumFractionDigits: 2,
  });
  return `${yuan}元`;
}

export const channelWords: Readonly<Record<CaseChannel, string>> = {
  online: '网上提交',
  kiosk: '查阅终端',
  counter: '当面提交',
  oral: '口头提出',
  'signed-mail': '挂号邮寄',
  mail: '平常信函',
  fax: '传真',
  telephone: '电话',
};

export const kindWords: Readonly<Record<CaseKind, string>> = {
  request: '政府信息公开申请',
  correction: '更正政府信息申请',
  opinion: '意见',
  complaint: '投诉',
  suggestion: '建议',
  question: '咨询',
  comment: '征求意见反馈',
  objection: '公示异议',
  hearing: '听证报名',
};

export const classWords: Readonly<Record<Applicant['class'], string>> = {
  person: '公民',
  business: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '其他组织',
};

export const idKindWords: Readonly<Record<Applicant['idKind'], string>> = {
  '': '',
  resident: '居民身份证',
  passport: '护照',
  'hong-kong-macao': '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
  'foreign-permit': '外国人永久居留身份证',
  other: '其他证件',
};

export const formWords: Readonly<Record<WantedForm, string>> = {
  paper: '纸质',
  electronic: '电子文本',
  disc: '光盘',
};

export const routeWords: Readonly<Record<WantedRoute, string>> = {
  post: '邮寄',
  online: '网上获取',
  'in-person': '当面领取',
  'read-copy': '现场查阅、抄录',
};

interface ReplyWords {
  readonly name: string;
  /** The article of the regulation it stands on. */
  readonly article: string;
}

export const replyWords: Readonly<Record<ReplyKind, ReplyWords>> = {
  'already-public': { name: '已主动公开', article: '第三十六条第（一）项' },
  provided: { name: '予以公开', article: '第三十六条第（二）项' },
  partial: { name: '部分公开', article: '第三十七条' },
  refused: { name: '不予公开', article: '第三十六条第（三）项' },
  'not-held': { name: '本机关不掌握', article: '第三十六条第（四）项' },
  'not-ours': { name: '不属于本机关负责公开', article: '第三十六条第（五）项' },
  'to-be-made': { name: '需要另行制作', article: '第三十八条' },
  unclear: { name: '补正后仍不明确', article: '第三十条' },
  repeated: { name: '重复申请', article: '第三十六条第（六）项' },
  'special-law': { name: '依照专门规定办理', article: '第三十六条第（七）项' },
  petition: { name: '信访、投诉、举报类', article: '第三十九条' },
  publication: { name: '要求提供公开出版物', article: '第三十九条' },
  excessive: { name: '无正当理由大量、反复申请', article: '第三十五条' },
  confirmation: { name: '要求确认或者重新出具已获取的信息', article: '' },
  'not-completed': { name: '逾期不补正', article: '第三十条' },
  'not-paid': { name: '逾期不缴纳信息处理费', article: '第四十二条' },
  'other-result': { name: '其他处理', article: '' },
};

export const paperTitles: Readonly<Record<CasePaperKind, string>> = {
  'register-sheet': '政府信息公开申请登记表',
  receipt: '登记回执',
  'completion-notice': '政府信息公开申请补正告知书',
  'reasons-notice': '说明理由告知书',
  'extension-notice': '延长答复期限告知书',
  'third-party-letter': '第三方意见征询书',
  'third-party-confirmation': '第三方意见确认书',
  'joint-agency-opinion': '征求政府信息公开意见函',
  'fee-notice': '信息处理费收费通知书',
  'transfer-notice': '移送告知书',
  reply: '政府信息公开申请答复书',
};
