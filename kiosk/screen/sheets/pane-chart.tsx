// What the catalogue is made of, as a window of a hundred panes; every part also has its name and figures in words.
import { formatCount } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { paneCount, sharePanes } from '../share-panes.ts';
import type { CountedSheet } from '../wall-page.ts';
import { titleOf } from './ranking-sheet.tsx';

const across = 10;
/** Side of a pane and of the bar between two, in the drawing's own units. */
const pane = 8;
const bar = 2;
const size = across * pane + (across + 1) * bar;

function shareWords(count: number, total: number): string {
  const percent = Math.round((count / total) * 100);
  return percent === 0 ? t('wall.share.small') : t('wall.share', { percent });
}

/** The part each pane belongs to, pane after pane. */
function partsOfPanes(panes: readonly number[]): number[] {
  return panes.flatMap((count, part) => Array.from({ length: count }, () => part));
}

export function PaneChart(sheet: CountedSheet) {
  const { lines } = sheet;
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  const parts = partsOfPanes(sharePanes(lines.map(({ count }) => count)));
  const words = lines.map(({ name, count }) => t('wall.chart.line', { name, count: formatCount(count) }));
  return (
    <>
      <h2 class="sheet-title">{titleOf(sheet)}</h2>
      <div class="panes">
        <svg
          class="panes__window"
          role="img"
          aria-label={`${titleOf(sheet)}：${words.join('，')}`}
          viewBox={`0 0 ${size} ${size}`}
        >
          <rect class="panes__frame" width={size} height={size} rx="2" />
          {parts.slice(0, paneCount).map((part, index) => (
            <rect
              key={index}
              class={`panes__pane panes__pane--${part}`}
              x={bar + (index % across) * (pane + bar)}
              y={bar + Math.floor(index / across) * (pane + bar)}
              width={pane}
              height={pane}
            />
          ))}
        </svg>
        <ul class="panes__legend">
          {lines.map(({ name, count }, part) => (
            <li class="panes__part" key={name}>
              <svg class="panes__mark" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                <rect class={`panes__pane panes__pane--${part}`} width="10" height="10" />
              </svg>
              <span>{name}</span>
              <span class="panes__count figures">{formatCount(count)}</span>
              <span class="panes__share figures">{shareWords(count, total)}</span>
            </li>
          ))}
        </ul>
      </div>
      <p class="sheet-note">{t('wall.panes', { total: formatCount(total) })}</p>
    </>
  );
}
