// Which page comes next: what is new at once, else the one after the page that was shown, also when pages changed meanwhile.
import type { WallNotice } from './wall-content.ts';
import type { Sheet, WallPage } from './wall-page.ts';

const noticeOf = (sheet: Sheet): WallNotice | null => ('notice' in sheet ? sheet.notice : null);

/** A notice in one version: a changed one is news again. */
export const noticeKey = ({ record }: WallNotice): string => `${record.id} ${record.version}`;

/** What makes two pages the same to somebody who looks at them. */
function pageKey({ main }: WallPage): string {
  const notice = noticeOf(main);
  const what = notice ? noticeKey(notice) : 'subject' in main ? main.subject : '';
  return `${main.type} ${what} ${'part' in main ? main.part : ''}`;
}

export interface Place {
  readonly page: WallPage;
  readonly index: number;
}

/** Where the page that was shown is now among `pages`; the page in its place when it is gone. */
export function indexOf(pages: readonly WallPage[], { page, index }: Place): number {
  const same = pages.findIndex((one) => pageKey(one) === pageKey(page));
  return same >= 0 ? same : Math.min(index, pages.length - 1);
}

/**
 * The page to turn to. News goes first, wherever it stands; otherwise the round goes on, so that frequent releases
 * never keep the last pages from being seen.
 * @param known keys of the notices held before; null when the content is the same
 */
export function nextIndex(
  pages: readonly WallPage[],
  shown: Place | null,
  known: ReadonlySet<string> | null,
): number {
  if (shown === null) return 0;
  const isNews = ({ main }: WallPage) => {
    const notice = noticeOf(main);
    return known !== null && notice !== null && !known.has(noticeKey(notice));
  };
  const news = pages.findIndex(isNews);
  if (news >= 0) return news;
  const same = pages.findIndex((one) => pageKey(one) === pageKey(shown.page));
  return (same >= 0 ? same + 1 : shown.index) % pages.length;
}
