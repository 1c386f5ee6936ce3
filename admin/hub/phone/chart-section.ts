// One chart of a register on the phone: the drawing, and every figure of it as a table that can be opened.
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { drawChart, formOf, hasKey } from '#shared/charts/draw-chart.ts';
import { drawParts } from '#shared/charts/draw-parts.ts';
import { figureText, shareText } from '#shared/charts/figure-text.ts';
import { isWhole, type Part, partsOfWhole } from '#shared/charts/parts-of-whole.ts';
import { drawingSvg, swatch } from './chart-svg.ts';
import { type Content, html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** The drawing is as wide as the column of a common phone, so that its text has the size of small text around it. */
const width = 350;
const text = 14;
const ringWidth = 260;
/** More bars than this are told by the table alone. */
const mostBars = 16;

/** `at` tells it from the other charts of the page. */
export function chartSection(model: ChartModel, at: number, context: PageContext): Markup {
  const words = context.text.registers;
  const { title, type, unit, categories } = model;
  const name = words.chartName(title, words.forms[type], categories.length);
  return html`<section class="chart"><h2>${title}</h2>
${unit === null ? null : html`<p class="meta">${words.unit(unit)}</p>`}
${formOf(model) === 'ring' ? ring(model, `chart-${at}`, name, context) : drawn(model, `chart-${at}`, name, context)}
<details><summary>${words.figures}</summary>${figures(model, context)}</details></section>`;
}

function drawn(model: ChartModel, id: string, name: string, context: PageContext): Content {
  const words = context.text.registers;
  const count = model.categories.length;
  const isFolded = formOf(model) !== 'lines' && count > mostBars;
  const shown = isFolded ? firstOf(model, mostBars) : model;
  const drawing = drawChart(shown, { width, text, language: context.language });
  return [
    hasKey(model) ? key(model, id, context) : null,
    drawingSvg(drawing, { id, name, text }),
    isFolded ? html`<p class="meta">${words.folded(mostBars, count)}</p>` : null,
  ];
}

function firstOf(model: ChartModel, most: number): ChartModel {
  const series = model.series.map(({ name, values }) => ({ name, values: values.slice(0, most) }));
  return { ...model, categories: model.categories.slice(0, most), series };
}

function key({ series }: ChartModel, id: string, { text: { registers: words } }: PageContext): Markup {
  const names = series.map(({ name }, place) => html`<li>${swatch(place, id)} ${name}</li>`);
  return html`<ul class="key" aria-label="${words.key}">${names}</ul>`;
}

function ring(model: ChartModel, id: string, name: string, context: PageContext): Content {
  const { registers: words } = context.text;
  const parts = partsOfWhole(model);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const wholeRing = drawParts(parts, { width: ringWidth, text, language: context.language }, words.whole);
  // On a narrow page shares stand in the list, where they never touch the ring.
  const drawing = { ...wholeRing, shapes: wholeRing.shapes.filter(({ mark }) => mark !== 'figure') };
  const nameOf = (part: Part) => part.name ?? words.rest(part.categories);
  const list = parts.map(
    (part) =>
      html`<li class="part">${swatch(part.place, id)}<span>${nameOf(part)}</span><b>${figureText(part.value)}</b><small>${shareText(part.value, whole)}</small></li>`,
  );
  return html`<div class="ring">${drawingSvg(drawing, { id, name, text })}</div><ul class="parts-list">${list}</ul>`;
}

function figures(model: ChartModel, { text: { body, registers: words } }: PageContext): Markup {
  const { categories, series, unit, type } = model;
  const values = series[0]?.values ?? [];
  const hasShares = type === 'composition' && isWhole(model);
  const whole = values.reduce((sum: number, value) => sum + (value ?? 0), 0);
  const heads = series.map(
    ({ name }) => html`<th scope="col">${unit === null ? name : words.withUnit(name, unit)}</th>`,
  );
  const rows = categories.map(
    (category, at) =>
      html`<tr><th scope="row">${category}</th>${series.map(({ values: own }) => numberCell(own[at] ?? null))}${
        hasShares ? html`<td class="number">${shareText(values[at] ?? 0, whole)}</td>` : null
      }</tr>`,
  );
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${body.table}"><table><thead><tr><th scope="col">${words.item}</th>${heads}${
    hasShares ? html`<th scope="col">${words.share}</th>` : null
  }</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function numberCell(value: number | null): Markup {
  return html`<td class="number">${value === null ? '—' : figureText(value)}</td>`;
}
