// The words a bulletin begins with, written from its figures; staff change them before it is final.
import type { BulletinFigures, BulletinText, ScoredAgency } from '#shared/protocol/bulletins-api.ts';
import { type Period, periodWords } from '#shared/reports/period.ts';
import type { Measure } from '#shared/reports/score.ts';

/** 关于2026年3月政务公开工作情况的通报 */
export function bulletinTitle(period: Period): string {
  return `关于${periodWords(period)}政务公开工作情况的通报`;
}

/** `issue` is the number of the bulletin within its year. */
export function draftText(
  period: Period,
  figures: Omit<BulletinFigures, 'facts'>,
  { issuer, issue, today }: { readonly issuer: string; readonly issue: number; readonly today: string },
): BulletinText {
  const [year = '', month = '1', day = '1'] = today.split('-');
  return {
    issue: `第${issue}期`,
    issuer,
    date: `${year}年${Number(month)}月${Number(day)}日`,
    overview: overview(period, figures.agencies),
    findings: findings(figures),
    demands: demands(figures.agencies),
  };
}

const countOf = ({ parts }: ScoredAgency, measure: Measure) =>
  parts.find((part) => part.measure === measure)?.count ?? 0;
const sumOf = (agencies: readonly ScoredAgency[], measure: Measure) =>
  agencies.reduce((sum, agency) => sum + countOf(agency, measure), 0);

function overview(period: Period, agencies: readonly ScoredAgency[]): string {
  const published = sumOf(agencies, 'published');
  const adopted = sumOf(agencies, 'adopted');
  const first = agencies.filter(({ rank }) => rank === 1).map(({ agencyName }) => agencyName);
  const lines = [
    `${periodWords(period)}，各单位共主动公开信息${published}条${adopted > 0 ? `，采纳群众意见建议${adopted}条` : ''}。`,
  ];
  const isTold = agencies.length > 1 && first.length > 0 && first.length < agencies.length;
  if (isTold) lines.push(`得分居首位的是${listed(first)}。`);
  return lines.join('');
}

function findings({ agencies, isDutyKnown }: Omit<BulletinFigures, 'facts'>): string {
  const found: string[] = [];
  const tell = (measure: Measure, words: (agencies: string, count: number) => string) => {
    const those = agencies.filter((agency) => countOf(agency, measure) > 0);
    if (those.length === 0) return;
    const names = those.map((agency) => `${agency.agencyName}（${countOf(agency, measure)}项）`);
    found.push(words(listed(names), sumOf(agencies, measure)));
  };
  tell('overdue', (names, count) => `公开不及时。共有${count}项未在规定时限内公开：${names}。`);
  tell('stale', (names, count) => `更新不及时。共有${count}项应更新未更新：${names}。`);
  tell('uncovered', (names, count) => `内容有缺项。共有${count}项应公开事项尚无公开内容：${names}。`);
  const lines = found.map((text, at) => `${'一二三四五'[at]}是${text}`);
  if (!isDutyKnown) lines.push('（本年节假日通知尚未装入，部分公开时限无法计算，按时公开情况仅供参考。）');
  return lines.length === 0 ? '本期未发现突出问题。' : lines.join('\n');
}

function demands(agencies: readonly ScoredAgency[]): string {
  const behind = agencies.filter((agency) =>
    (['overdue', 'stale', 'uncovered'] as const).some((measure) => countOf(agency, measure) > 0),
  );
  const general = '各单位要按照“谁提供、谁审核、谁负责”的要求，对照公开事项清单逐项检查，做到应公开尽公开。';
  if (behind.length === 0) return general;
  const names = listed(behind.map(({ agencyName }) => agencyName));
  return `${names}要对照本通报所列问题逐项整改，补齐缺项、更新陈旧内容。\n${general}`;
}

const listed = (names: readonly string[]) => names.join('、');
