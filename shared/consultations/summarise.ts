// The summary of a consultation: counts by point and verdict, and the draft of what is published back.
import type { Verdict } from './consultation.ts';

/** One answer as staff sorted it. `gist` and `reason` are staff's own words: they are published, the person's are not. */
export interface SortedReply {
  /** Index into the points; null for the whole. */
  readonly point: number | null;
  readonly verdict: Verdict | null;
  readonly gist: string;
  readonly reason: string;
}

export interface PointCount {
  readonly point: number | null;
  readonly received: number;
  readonly taken: number;
  readonly partly: number;
  readonly notTaken: number;
  readonly unsorted: number;
}

const none = { received: 0, taken: 0, partly: 0, notTaken: 0, unsorted: 0 };
const columnOf = { taken: 'taken', partly: 'partly', 'not-taken': 'notTaken' } as const;

/** A line for every point in order, the whole last, and that only where something was said of it. */
export function countByPoint(points: readonly string[], replies: readonly SortedReply[]): PointCount[] {
  const counts = new Map<number | null, Omit<PointCount, 'point'>>(points.map((_, at) => [at, none]));
  for (const { point, verdict } of replies) {
    const known = point !== null && point < points.length ? point : null;
    const before = counts.get(known) ?? none;
    const column = verdict === null ? 'unsorted' : columnOf[verdict];
    counts.set(known, { ...before, received: before.received + 1, [column]: before[column] + 1 });
  }
  return [...counts].map(([point, count]) => ({ point, ...count }));
}

/** The sums of all lines. */
export function sumOfPoints(counts: readonly PointCount[]): Omit<PointCount, 'point'> {
  return counts.reduce(
    (sum, count) => ({
      received: sum.received + count.received,
      taken: sum.taken + count.taken,
      partly: sum.partly + count.partly,
      notTaken: sum.notTaken + count.notTaken,
      unsorted: sum.unsorted + count.unsorted,
    }),
    none,
  );
}

/** Words of the draft; it is content, written in Chinese whatever language the desk speaks. */
const verdictNames: Readonly<Record<Verdict, string>> = {
  taken: '采纳',
  partly: '部分采纳',
  'not-taken': '未采纳',
};

export interface SummaryFacts {
  readonly title: string;
  readonly agencyName: string;
  readonly kind: 'comment' | 'objection';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly points: readonly string[];
}

/** The title of what is published back. */
export const summaryTitle = (title: string, kind: SummaryFacts['kind']) =>
  kind === 'comment'
    ? `关于${namedTitle(title)}公众意见采纳情况的反馈`
    : `关于${namedTitle(title)}异议处理情况的反馈`;

/** What is named in no book marks of its own gets quotation marks. */
function namedTitle(title: string): string {
  const plainOne = plainTitle(title);
  return plainOne.startsWith('《') ? plainOne : `“${plainOne}”`;
}

/** 关于公开征求《…》意见的公告 → 《…》, where it has one; else the title itself. */
function plainTitle(title: string): string {
  return /《[^》]+》(?:（[^）]*）)?/u.exec(title)?.[0] ?? title;
}

/** The body as HTML: what came in, by point, and what was taken up or why not. Escapes everything it is given. */
export function summaryBody(facts: SummaryFacts, replies: readonly SortedReply[]): string {
  const counts = countByPoint(facts.points, replies).filter(({ received }) => received > 0);
  const what = facts.kind === 'comment' ? '意见建议' : '异议';
  const total = sumOfPoints(counts);
  const opening = `${facts.startsOn}至${facts.endsOn}，${facts.agencyName}就《${plain(facts.title)}》公开征集${what}，共收到${what}${total.received}条，其中采纳${total.taken}条，部分采纳${total.partly}条，未采纳${total.notTaken}条。`;
  const parts = counts.map(({ point, received }) => {
    const own = replies.filter((reply) => placeOf(reply, facts.points) === point);
    return `<h2>${escaped(pointName(point, facts.points))}（${received}条）</h2>${repliesTable(own)}`;
  });
  return `<p>${escaped(opening)}</p>${countTable(counts, facts.points)}${parts.join('')}<p>感谢社会各界的关心和支持。</p>`;
}

const plain = (title: string) => plainTitle(title).replace(/^《|》$/gu, '');

const placeOf = ({ point }: SortedReply, points: readonly string[]) =>
  point !== null && point < points.length ? point : null;

export const pointName = (point: number | null, points: readonly string[]) =>
  point === null ? (points.length === 0 ? '全文' : '其他或全文') : (points[point] ?? '');

function countTable(counts: readonly PointCount[], points: readonly string[]): string {
  const row = (cells: readonly (string | number)[]) =>
    `<tr>${cells.map((cell) => `<td>${escaped(String(cell))}</td>`).join('')}</tr>`;
  const lines = counts.map((count) =>
    row([pointName(count.point, points), count.received, count.taken, count.partly, count.notTaken]),
  );
  const sum = sumOfPoints(counts);
  const heads = ['征求意见的内容', '收到', '采纳', '部分采纳', '未采纳'];
  return `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${lines.join('')}${row(['合计', sum.received, sum.taken, sum.partly, sum.notTaken])}</tbody></table>`;
}

/** Equal answers are told once, with how many said so. */
function repliesTable(replies: readonly SortedReply[]): string {
  const told = new Map<string, { reply: SortedReply; times: number }>();
  for (const reply of replies) {
    const key = `${reply.verdict}\n${reply.gist}\n${reply.reason}`;
    told.set(key, { reply, times: (told.get(key)?.times ?? 0) + 1 });
  }
  const rows = [...told.values()].map(({ reply: { gist, verdict, reason }, times }) => {
    const what = times > 1 ? `${gist}（${times}条）` : gist;
    const cells = [what, verdict === null ? '研究中' : verdictNames[verdict], reason];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr><th>意见内容</th><th>采纳情况</th><th>说明</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
