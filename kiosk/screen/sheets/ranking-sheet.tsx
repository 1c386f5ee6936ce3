// Rankings of what is counted in the release, and the newest of it. Places are by number alone; no movement is known.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatCount, formatDate, formatEstimate } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { placesOf } from '../count-content.ts';
import { publishedOn } from '../select-notices.ts';
import type { CountedSheet } from '../wall-page.ts';

/** What a ranking or chart is called. */
export function titleOf({ subject, year }: CountedSheet): string {
  if (subject === 'agencies' || subject === 'topics') {
    return t(`wall.ranking.${subject}`, { year: year ?? '' });
  }
  return t(`wall.ranking.${subject}`);
}

/** What is counted, in honest words. */
export function noteOf({ subject, year, isEstimate }: CountedSheet): string {
  const all = t(subject === 'guides' ? 'wall.counted.guides' : 'wall.counted.all');
  const note = year !== null || subject === 'years' ? t('wall.counted.year') : all;
  return isEstimate ? t('wall.counted.estimate', { note }) : note;
}

export const figureOf = (count: number, isEstimate: boolean) =>
  isEstimate ? formatEstimate(count) : formatCount(count);

/** A bar from 0 to 100, as long as its share of the longest. */
export function Bar({ share }: { share: number }) {
  return (
    <svg
      class="ranking__bar"
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="ranking__track" width="100" height="2" />
      <rect class="ranking__fill" width={Math.max(0.8, share * 100)} height="2" />
    </svg>
  );
}

export function RankingSheet(sheet: CountedSheet) {
  const most = sheet.lines[0]?.count ?? 1;
  const places = placesOf(sheet.lines);
  return (
    <>
      <h2 class="sheet-title">{titleOf(sheet)}</h2>
      <ol class="ranking">
        {sheet.lines.map(({ name, count }, index) => (
          <li class="ranking__line" key={name}>
            <span class="ranking__place figures">{places[index]}</span>
            <span class="ranking__name" lang="zh-CN">
              {name}
            </span>
            <span class="ranking__count figures">{figureOf(count, sheet.isEstimate)}</span>
            <Bar share={count / most} />
          </li>
        ))}
      </ol>
      <p class="sheet-note">{noteOf(sheet)}</p>
    </>
  );
}

export function NewestSheet({ records }: { records: readonly CatalogueRecord[] }) {
  return (
    <>
      <h2 class="sheet-title">{t('wall.newest')}</h2>
      <ol class="newest">
        {records.map((record) => (
          <li class="newest__line" key={record.id}>
            <span class="newest__title" lang="zh-CN">
              {record.title}
            </span>
            <span class="newest__facts">
              <span lang="zh-CN">{record.agencyName}</span>
              <span class="figures">{formatDate(publishedOn(record))}</span>
            </span>
          </li>
        ))}
      </ol>
      <p class="sheet-note">{t('wall.newest.note')}</p>
    </>
  );
}
