// `/m/figures`: how the terminals are used, what became of opinions and applications, and what was answered.
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { drawChart } from '#shared/charts/draw-chart.ts';
import { figureText } from '#shared/charts/figure-text.ts';
import {
  type AgencyFigures,
  type FiguresOfMonth,
  opinionParts,
  type PublicAnswer,
  requestParts,
} from '#shared/statistics/public-figures.ts';
import { type ShownCount, type ShownParts, totalOf } from '#shared/statistics/suppress.ts';
import { drawingSvg } from './chart-svg.ts';
import { factTable, lines } from './fact-table.ts';
import { formatDate } from './format.ts';
import { page } from './layout.ts';
import { type Content, html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** Of the drawing, in its own units: a phone's column. */
const drawingRoom = { width: 340, text: 14 };

export function figuresPage(context: PageContext): string {
  const words = context.text.figures;
  const figures = context.manifest?.publicFigures;
  const shown =
    figures === undefined
      ? html`<p>${words.nothing}</p>`
      : html`<p class="meta">${words.asOf(formatDate(figures.asOf, context.language))}</p>
${useSection(figures.months, context)}
${figures.cases && partsSection('opinions', words.opinions(figures.cases.year), figures.cases.opinions, opinionParts, context)}
${figures.cases && figures.cases.requests.total > 0 ? partsSection('requests', words.requests(figures.cases.year), figures.cases.requests, requestParts, context) : null}
${figures.cases && satisfaction(figures.cases.satisfaction, figures.cases.satisfied, context)}
${figures.board && boardSection(figures.board, context)}
${answersSection(figures.answers, context)}
<p><small>${words.note}</small></p>`;
  const main = html`<h1>${words.title}</h1><p>${words.lead}</p>${shown}`;
  return page(context, { title: words.title, main });
}

function count(value: ShownCount, { text }: PageContext): string {
  return value === null ? text.figures.few : figureText(value);
}

function useSection(months: readonly FiguresOfMonth[], context: PageContext): Content {
  const [present, last] = months;
  if (present === undefined) return null;
  const { figures: words, body } = context.text;
  const keys = ['visits', 'searches', 'opened', 'handedOff'] as const;
  const rows = keys.map(
    (key) =>
      html`<tr><th scope="row">${words[key]}</th><td class="number"><b>${count(present[key], context)}</b></td><td class="number">${
        last === undefined ? words.none : count(last[key], context)
      }</td></tr>`,
  );
  return html`<section><h2>${words.use}</h2><div class="scroll" role="group" tabindex="0" aria-label="${body.table}"><table><thead><tr><td></td><th scope="col">${words.thisMonth}</th><th scope="col">${words.lastMonth}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

type PartName = keyof PageContext['text']['figures']['parts'];

function partsSection<Name extends PartName>(
  id: string,
  title: string,
  figures: ShownParts<Name>,
  names: readonly Name[],
  context: PageContext,
): Markup {
  const words = context.text.figures;
  const { is, count: total } = totalOf(figures);
  const told = figureText(total);
  const whole = { exactly: told, above: words.atLeast(told), below: words.fewerThan(told) }[is];
  const facts = [
    [words.received, whole] as const,
    ...names.map((name) => [words.parts[name], count(figures.parts[name], context)] as const),
  ];
  const model = barModel(
    title,
    names.map((name) => [words.parts[name], figures.parts[name]] as const),
  );
  return html`<section><h2>${title}</h2>${drawn(model, id, context)}${factTable(title, facts, false)}</section>`;
}

function satisfaction(mark: number | null, marks: ShownCount, context: PageContext): Content {
  if (mark === null) return null;
  const words = context.text.figures;
  return html`<section><h2>${words.satisfaction}</h2><p>${words.marks(mark.toFixed(1), count(marks, context))}</p></section>`;
}

function barModel(title: string, parts: readonly (readonly [name: string, count: ShownCount])[]): ChartModel {
  return {
    type: 'bar',
    title,
    unit: null,
    categories: parts.map(([name]) => name),
    series: [{ name: title, values: parts.map(([, value]) => value) }],
  };
}

/** What is not told has no bar; its figure stands in the table below. */
function drawn(model: ChartModel, id: string, { language }: PageContext): Content {
  const told = model.categories.filter((_, at) => (model.series[0]?.values[at] ?? null) !== null);
  if (told.length === 0) return null;
  const values = (model.series[0]?.values ?? []).filter((value) => value !== null);
  const shown = { ...model, categories: told, series: [{ name: model.title, values }] };
  const drawing = drawChart(shown, { ...drawingRoom, language });
  return drawingSvg(drawing, { id, name: model.title, text: drawingRoom.text });
}

function boardSection(board: readonly AgencyFigures[], context: PageContext): Content {
  if (board.length === 0) return null;
  const { figures: words, body } = context.text;
  const sorted = [...board].sort(
    (a, b) => (a.medianDays ?? Number.POSITIVE_INFINITY) - (b.medianDays ?? Number.POSITIVE_INFINITY),
  );
  const rows = sorted.map(
    ({ name, medianDays, satisfaction: mark, overdue }) =>
      html`<tr><th scope="row">${name}</th><td class="number">${medianDays === null ? words.none : figureText(medianDays)}</td><td class="number">${
        mark === null ? words.none : mark.toFixed(1)
      }</td><td class="number">${overdue === 0 ? words.overdueNone : count(overdue, context)}</td></tr>`,
  );
  return html`<section><h2>${words.board}</h2><div class="scroll" role="group" tabindex="0" aria-label="${body.table}"><table><thead><tr><th scope="col">${words.agency}</th><th scope="col">${words.medianDays}</th><th scope="col">${words.satisfied}</th><th scope="col">${words.overdue}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function answersSection(answers: readonly PublicAnswer[], context: PageContext): Content {
  if (answers.length === 0) return null;
  const words = context.text.figures;
  const items = answers.map(
    ({ title, question, answer, agencyName, on }) =>
      html`<details><summary>${title}</summary><p class="meta">${[agencyName, formatDate(on, context.language)].filter(Boolean).join(' · ')}</p><p><b>${words.question}</b> ${lines(question)}</p><p><b>${words.answer}</b> ${lines(answer)}</p></details>`,
  );
  return html`<section><h2>${words.answers}</h2>${items}</section>`;
}
