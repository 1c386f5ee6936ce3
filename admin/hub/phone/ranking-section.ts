// A ranking on the phone: places in order, each with its figure, a bar, and in words how far it moved.
import type { RankingRow, RegisterView } from '#shared/catalogue/register.ts';
import { figureText } from '#shared/charts/figure-text.ts';
import { type Content, html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import type { RegistersText } from './text-registers-zh.ts';

type Ranking = Extract<RegisterView, { readonly view: 'ranking' }>;

/** So many stand there at once; the others open below. */
const firstPlaces = 20;

export function rankingSection({ valueTitle, unit, rows }: Ranking, context: PageContext): Markup {
  const words = context.text.registers;
  // Without a period before, every place is new, and nothing moved.
  const isMoving = rows.some(({ movement }) => movement !== null);
  const most = Math.max(0, ...rows.map(({ value }) => value));
  const line = (row: RankingRow) => rankLine(row, most, isMoving, words);
  const rest = rows.slice(firstPlaces);
  return html`<section class="ranking"><h2>${words.ranking}</h2>
<p class="meta">${words.rankedBy(valueTitle, unit)}</p>
<ol class="ranks">${rows.slice(0, firstPlaces).map(line)}</ol>
${rest.length === 0 ? null : html`<details><summary>${words.allPlaces(rest.length)}</summary><ol class="ranks" start="${firstPlaces + 1}">${rest.map(line)}</ol></details>`}
${isMoving ? html`<p class="meta">${words.compared}</p>` : null}</section>`;
}

function rankLine(row: RankingRow, most: number, isMoving: boolean, words: RegistersText): Markup {
  const { place, label, value, movement } = row;
  return html`<li class="rank${place <= 3 ? ' first' : ''}"><span class="place"><span aria-hidden="true">${place}</span><span class="hidden">${words.place(place)}</span></span>
<span class="who">${label}</span> <b>${figureText(value)}</b>
${bar(most > 0 ? Math.max(0, value) / most : 0)}
${isMoving ? moved(movement, words) : null}</li>`;
}

function bar(share: number): Markup {
  const length = Math.max(0.6, Math.min(1, share) * 100).toFixed(1);
  return html`<svg class="rank-bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="2" fill="#e4ded2"/><rect width="${length}" height="2" fill="#0f5c5c"/></svg>`;
}

function moved(movement: number | null, words: RegistersText): Content {
  const [sign, said] =
    movement === null
      ? ['＋', words.isNew]
      : movement === 0
        ? ['＝', words.same]
        : movement > 0
          ? ['↑', words.up(movement)]
          : ['↓', words.down(-movement)];
  return html`<small class="moved${movement === null ? ' is-new' : ''}"><span aria-hidden="true">${sign}</span> ${said}</small>`;
}
