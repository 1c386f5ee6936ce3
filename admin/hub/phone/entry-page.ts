// An entry of a register on the phone: its cells under the register's own headings, its steps as a flow, where it is from.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { EntryDetails, RegisterDetails, ShownColumn } from '#shared/catalogue/register.ts';
import { isPeriodNamed } from '#shared/registers/period-in-title.ts';
import { parseSteps } from '#shared/registers/steps.ts';
import { parentOf } from '#shared/registers/sub-items.ts';
import type { CatalogueReader } from '#shared/search/types.ts';
import { factTable, lines, listSection } from './fact-table.ts';
import { formatDate, formatDay, phoneLinks } from './format.ts';
import { type Content, html, type Markup } from './markup.ts';
import { link, type PageContext } from './page-context.ts';

/** The register an entry is of, which names its columns. */
export interface OwnRegister {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
  /** The entry of it this one is part of; null where it stands by itself. */
  readonly parent: CatalogueRecord | null;
}

/** Null for anything that is no entry, and where the release has no such register. */
export async function loadOwnRegister(
  { id, details }: CatalogueRecord,
  reader: CatalogueReader,
): Promise<OwnRegister | null> {
  if (details?.type !== 'entry') return null;
  const record = await reader.record(details.registerId);
  if (record?.details?.type !== 'register') return null;
  const parent = parentOf(record.details, id);
  return { record, details: record.details, parent: parent === null ? null : await reader.record(parent) };
}

interface Cell {
  readonly column: ShownColumn;
  readonly text: string;
}

/** What an entry says, from where it stands to how long. */
export function entrySections(
  record: CatalogueRecord,
  details: EntryDetails,
  register: OwnRegister | null,
  context: PageContext,
): Content {
  const words = context.text.registers;
  const cells = cellsOf(details, register?.details.columns ?? []);
  const flows = cells.filter(isFlow);
  // The page's title says one of them already.
  const facts = cells.filter((cell) => !flows.includes(cell) && cell.text !== record.title);
  const rows = facts.map((cell) => [cell.column.title, cellContent(cell, context)] as const);
  return [
    shownUntil(record, context),
    parentLink(register, context),
    registerLink(details, register, context),
    factTable(words.facts, rows, true),
    flows.map(flowSection),
    // Without its register nothing says what a cell is; what it holds is still told.
    register === null
      ? listSection(
          words.facts,
          details.cells.map(([, text]) => lines(text)),
        )
      : null,
  ];
}

function cellsOf({ cells }: EntryDetails, columns: readonly ShownColumn[]): Cell[] {
  return cells.flatMap(([key, text]) => {
    const column = columns.find((one) => one.key === key);
    return column === undefined || text === '' ? [] : [{ column, text }];
  });
}

/** A flow of one step is a text. */
const isFlow = ({ column, text }: Cell) => column.type === 'steps' && parseSteps(text).length > 1;

function cellContent({ column: { type, unit, title }, text }: Cell, context: PageContext): Content {
  switch (type) {
    case 'date':
      return formatDate(text, context.language);
    case 'code':
      return html`<span class="code">${text}</span>`;
    case 'agency':
      return agencyLink(text, context);
    case 'record':
      return html`<a href="${link(context, '/m/', { q: nameOnly(text) })}">${text}</a>`;
    default:
      if (unit !== null) return `${text} ${unit}`;
      return /电话|热线|手机/u.test(title) ? phoneLinks(text) : lines(text);
  }
}

/** Searches take a hundred characters. */
const nameOnly = (text: string) => text.replace(/[《》\s]/gu, '').slice(0, 100);

function agencyLink(text: string, context: PageContext): Content {
  const agency = context.manifest?.agencies.find(
    ({ name, shortName }) => name === text || shortName === text,
  );
  if (agency === undefined) return text;
  return html`<a href="${link(context, '/m/', { agency: agency.id })}">${text}</a>`;
}

function flowSection({ column: { title }, text }: Cell): Markup {
  const steps = parseSteps(text).map((step) => html`<li class="step">${step}</li>`);
  return html`<section><h2>${title}</h2><ol class="flow">${steps}</ol></section>`;
}

function shownUntil(
  { shown }: CatalogueRecord,
  { text: { registers: words }, language }: PageContext,
): Markup | null {
  const until = shown?.until ? Date.parse(shown.until) : Number.NaN;
  if (Number.isNaN(until)) return null;
  // A span ends before its last instant: the day people read is the one that holds the instant before.
  const day = formatDay(new Date(until - 1).toISOString(), language);
  return html`<p class="until"><span aria-hidden="true">◷</span> ${words.shownUntil(day)}</p>`;
}

function parentLink(register: OwnRegister | null, context: PageContext): Markup | null {
  const parent = register?.parent ?? null;
  if (parent === null) return null;
  return html`<p class="of-register">${context.text.registers.partOf} <a href="${link(context, `/m/${parent.code}`)}">${parent.title}</a></p>`;
}

function registerLink(
  { registerTitle }: EntryDetails,
  register: OwnRegister | null,
  context: PageContext,
): Markup {
  const words = context.text.registers;
  const name = register?.record.title ?? registerTitle;
  const period = register?.details.period ?? null;
  const title = period === null || isPeriodNamed(name, period) ? name : words.ofPeriod(name, period);
  if (register === null) return html`<p class="of-register">${words.from} ${title}</p>`;
  return html`<p class="of-register">${words.from} <a href="${link(context, `/m/${register.record.code}`)}">${title}</a></p>`;
}
