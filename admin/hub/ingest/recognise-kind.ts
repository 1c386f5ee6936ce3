// Recognises what a table or object holds from its headings, and which column means which field.

import { registerTemplates } from '#shared/registers/templates.ts';
import { type ImportKind, type ListKind, listKinds, type RecognisedColumn } from './draft.ts';
import { fieldOfHeading, foldHeading, importFields } from './import-fields.ts';

export interface RecognisedKind {
  readonly as: ListKind;
  /** Every heading with its field, or null when it is not used. */
  readonly columns: readonly RecognisedColumn[];
}

/** Fields that only one kind has; one of them settles the kind. Words some kinds share are left out. */
const tellingFields: Readonly<Record<Exclude<ListKind, 'matters' | 'documents'>, readonly string[]>> = {
  guides: [
    'itemType',
    'itemCode',
    'window',
    'hours',
    'method',
    'statutoryLimit',
    'promisedLimit',
    'fee',
    'visits',
    'conditions',
    'materials',
    'steps',
    'questions',
    'complaintPhone',
  ],
  notices: ['startsOn', 'endsOn', 'period'],
  pages: ['section'],
};
const matterContent = ['elements', 'basis', 'deadline', 'channels'];
const documentTitle = /^(?:标题|名称|title|name|类别|大类|小类|levels|项目名称)$/u;
const catalogueOnly =
  /^公开(?:内容|要素|依据|时限|期限|渠道|载体|途径|对象|层级|形式)|^(?:elements|basis|deadline|channels)$/u;
/** Headings that name a guide or notice by themselves. */
const guideTitle = /^(?:办事|办理|服务|政务服务|行政)?(?:服务)?事项(?:名称)?$|^职权名称$/u;
const noticeTitle = /公告|公示/u;

/** The columns as a kind understands them; a field is taken by the first column that claims it. */
export function columnsOf(as: ImportKind, headings: readonly string[]): RecognisedColumn[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const field = fieldOfHeading(as, heading);
    const isFree = field !== null && !taken.has(field);
    if (isFree) taken.add(field);
    return { index, heading: heading.replace(/\s+/gu, ' ').trim(), field: isFree ? field : null };
  });
}

/** What headings stand for: the kind asked for, or the one they fit; null when they name no list we know. */
export function recogniseKind(headings: readonly string[], as: ListKind | null): RecognisedKind | null {
  if (as !== null) {
    const columns = columnsOf(as, headings);
    return isUsable(as, columns, 1) ? { as, columns } : null;
  }
  const kind =
    listKinds.find((one) => one === 'matters' && namesCatalogue(headings)) ?? kindByTelling(headings);
  const columns = columnsOf(kind, headings);
  return isUsable(kind, columns, 2) ? { as: kind, columns } : null;
}

/** Headings looked for, for the message when nothing was found. */
export function lookedForHeadings(as: ImportKind | null): string {
  if (as === 'register') return registerTemplates.map(({ titles }) => titles.zh).join('、');
  const kinds = as === null ? (['documents', 'guides', 'matters'] as const) : [as];
  const labels = kinds.flatMap((kind) => importFields[kind].slice(0, 8).map(({ zh }) => zh));
  return [...new Set(labels)].join('、');
}

function isUsable(as: ListKind, columns: readonly RecognisedColumn[], least: number): boolean {
  const fields = new Set(columns.map(({ field }) => field).filter((field) => field !== null));
  const hasName =
    as === 'matters'
      ? ['item', 'level1', 'level2', 'elements'].some((field) => fields.has(field))
      : fields.has('title');
  return hasName && fields.size >= least;
}

/**
 * Whether headings are those of a standard catalogue. A column of titles is an item only beside a heading that
 * no list of documents has: 内容, 依据 and 公开时间 stand in those as well.
 */
export function namesCatalogue(headings: readonly string[]): boolean {
  const fields = new Set(headings.map((heading) => fieldOfHeading('matters', heading)));
  const content = matterContent.filter((field) => fields.has(field)).length;
  if (content < 2 || !['item', 'level1', 'level2'].some((field) => fields.has(field))) return false;
  const folded = headings.map(foldHeading);
  const names = folded.filter((heading) =>
    /^(?:item|level\d)$/u.test(fieldOfHeading('matters', heading) ?? ''),
  );
  return (
    !names.every((heading) => documentTitle.test(heading)) ||
    folded.some((heading) => catalogueOnly.test(heading))
  );
}

function kindByTelling(headings: readonly string[]): ListKind {
  const count = (kind: keyof typeof tellingFields): number => {
    const fields = new Set(headings.map((heading) => fieldOfHeading(kind, heading)));
    return tellingFields[kind].filter((field) => fields.has(field)).length;
  };
  const scores = {
    guides:
      count('guides') + (headings.some((heading) => guideTitle.test(heading.replace(/\s/gu, ''))) ? 2 : 0),
    notices: count('notices') * 2 + (headings.some((heading) => noticeTitle.test(heading)) ? 1 : 0),
    pages: count('pages') * 2,
  };
  const [best] = (Object.keys(scores) as (keyof typeof scores)[]).sort((a, b) => scores[b] - scores[a]);
  return best !== undefined && scores[best] > 0 ? best : 'documents';
}
