// What each kind of content has beyond the common header.
import type { NoticeConsultation } from '../consultations/consultation.ts';
import type { DeadlineRule } from './deadline-rule.ts';
import type { EntryDetails, RegisterDetails } from './register.ts';

/** Channels of the standard catalogue (公开渠道和载体). */
export const channels = [
  'website', // 政府网站
  'gazette', // 政府公报
  'social', // 两微一端
  'briefing', // 发布会/听证会
  'broadcast', // 广播电视
  'print', // 纸质媒体
  'reading-point', // 公开查阅点
  'service-centre', // 政务服务中心 / 行政服务中心
  'convenience-station', // 便民服务站
  'on-site', // 入户/现场
  'notice-board', // 社区/企事业单位/村公示栏(电子屏)
  'push', // 精准推送
  'library', // 图书馆
  'archive', // 国家档案馆
  'hotline', // 12345热线
  'other', // 其他; the words stand in `otherChannels`
] as const;
export type Channel = (typeof channels)[number];

/** 公开事项: what must be disclosed, by whom, when and where. */
export interface MatterDetails {
  readonly type: 'matter';
  /** 领域, from the sheet's title: 社会救助, 安全生产 … */
  readonly field: string | null;
  /** 一级, 二级, 三级事项; the last one is the record's title. */
  readonly levels: readonly string[];
  /** 公开内容(要素) */
  readonly elements: string;
  /** 公开依据 */
  readonly basis: string;
  readonly deadline: DeadlineRule | null;
  readonly channels: readonly Channel[];
  /** Words of channels outside the standard list. */
  readonly otherChannels: readonly string[];
  /** 公开对象 */
  readonly audience: readonly ('everyone' | 'specific')[];
  readonly audienceNote: string | null;
  /** 公开方式 */
  readonly mode: readonly ('proactive' | 'on-request')[];
  /** 公开层级 */
  readonly tiers: readonly ('county' | 'township' | 'village')[];
  /** 责任部门 / 责任人 where the sheet names them. */
  readonly responsible: string | null;
  /** 责任人, where staff keep it apart from the office. */
  readonly responsiblePerson?: string | null;
}

/**
 * 办事指南 (domain: service guide). Lists are empty and texts null where the source is silent; what is optional is
 * absent from guides written before it was known, and read through `guide-parts.ts`.
 */
export interface GuideDetails {
  readonly type: 'guide';
  readonly itemType: string | null; // 事项类型: 行政许可 …
  readonly itemCode: string | null; // 实施编码
  readonly audience: string | null; // 服务对象
  readonly level: string | null; // 行使层级
  readonly address: string | null; // 办理地址
  readonly window: string | null; // 窗口
  readonly hours: string | null; // 办理时间
  readonly method: string | null; // 办理方式
  readonly phone: string | null; // 咨询电话
  readonly complaintPhone: string | null; // 投诉电话
  readonly statutoryLimit: string | null; // 法定时限
  readonly promisedLimit: string | null; // 承诺时限
  readonly fee: string | null; // 收费: 依据和标准
  readonly visits: number | null; // 到现场次数
  readonly result: string | null; // 结果名称
  readonly onlineUrl: string | null;
  readonly subjects?: readonly string[]; // 主题: 婚姻登记, 社会保障 …
  readonly group?: string | null; // 主项: the item this one is a part of
  readonly conditions: readonly string[]; // 受理条件
  readonly materials: readonly GuideMaterial[];
  readonly steps: readonly GuideStep[];
  readonly basis: readonly string[]; // 法律依据, in the source's own words
  readonly laws?: readonly GuideLaw[]; // 法律依据: 名称, 文号, 条款
  readonly fees?: readonly GuideFee[]; // 收费项目, beside the words in `fee`
  readonly places?: readonly GuidePlace[]; // 办理地点 2..n; the first one is `address` with what belongs to it
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
}

export interface GuideMaterial {
  readonly name: string;
  readonly copies: string | null; // 份数
  readonly form: string | null; // 原件/复印件
  readonly source: string | null; // 来源
  readonly required: boolean; // 必要性
  /** 空表 and 样表: name or SHA-256 of an attachment of the same record. */
  readonly blankForm?: string | null;
  readonly sampleForm?: string | null;
}

/** One fee: what it is for, on what basis, at which rate. */
export interface GuideFee {
  readonly item: string;
  readonly basis: string | null;
  readonly standard: string | null;
}

/** A place where a guide is handled. */
export interface GuidePlace {
  readonly name: string | null;
  readonly address: string | null;
  readonly window: string | null;
  readonly hours: string | null;
  readonly phone: string | null;
}

/** A law or paper a guide rests on; it has a name or a number. */
export interface GuideLaw {
  readonly name: string | null;
  readonly docNo: string | null;
  /** 第三十二条, 第九条至第十三条. */
  readonly article: string | null;
}

export interface GuideStep {
  readonly name: string;
  readonly person: string | null;
  readonly limit: string | null;
  readonly result: string | null;
}

/** 公告 / 公示 */
export interface NoticeDetails {
  readonly type: 'notice';
  readonly level: 'ordinary' | 'important' | 'emergency';
  /** First and last day of a public-notice period, both included. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Where to ask. */
  readonly contact: string | null;
  /** Where and how objections are received (异议受理); absent in what was written before it was asked for. */
  readonly objection?: string | null;
  /** Whether it ceases to be shown with the last day of its period (`shown-span.ts`); not so when absent. */
  readonly withdrawsAtEnd?: boolean;
  /** What people are asked within the period, and how they answer; absent where they are only told. */
  readonly consultation?: NoticeConsultation | undefined;
  /** Id of the notice this one answers: the summary of a consultation, or who takes part in a hearing. */
  readonly answersId?: string | undefined;
}

/** Fixed sections of a disclosure platform. */
export const pageSections = [
  'disclosure-guide',
  'rules',
  'annual-report',
  'institution',
  'venue',
  'other',
] as const;
export type PageSection = (typeof pageSections)[number];

/** 公开指南, 制度, 年报, 机构职能 … */
export interface PageDetails {
  readonly type: 'page';
  readonly section: PageSection;
}

export type RecordDetails =
  | MatterDetails
  | GuideDetails
  | NoticeDetails
  | PageDetails
  | RegisterDetails
  | EntryDetails;
