// Proposes how a spreadsheet becomes a register: a ready-made one by its headings, or columns by what they hold.
import type { RegisterColumn } from '../catalogue/register.ts';
import {
  bareHeading,
  isRowNumber,
  mapTemplateHeadings,
  periodOfTitle,
  unitOfHeading,
  unitOfTable,
} from './headings.ts';
import { proposeColumns } from './propose-columns.ts';
import { proposeChecks, proposeViews } from './propose-views.ts';
import { longestTitle, mostColumns, type RegisterDefinition } from './register-definition.ts';
import type { RegisterTemplate } from './register-template.ts';
import type { TableSample } from './table-sample.ts';
import { registerTemplates, templateOf } from './templates.ts';
import { tidyLine } from './tidy-text.ts';

export type { TableSample };

/** How a table becomes a register. */
export interface Proposal {
  readonly definition: RegisterDefinition;
  /** For each heading the key of its column; null where it has none. */
  readonly mapping: (string | null)[];
  readonly template: string | null;
  /** 0 to 1: how sure the proposal is of what the table is. */
  readonly confidence: number;
  /** 2023年, 2026年第47周: the time the title names. */
  readonly period: string | null;
}

/** Below this a template is not proposed: too many headings would be left over. */
const leastConfidence = 0.4;

/** Recognises a ready-made register, or takes the one named, or proposes one of the sheet's own. */
export function proposeDefinition(table: TableSample, id?: string): Proposal {
  const named = templateOf(id ?? null);
  const found = named === undefined ? recogniseTemplate(table) : asNamed(named, table);
  const proposal = found === null ? proposeOwn(table) : proposeFrom(found, table);
  const definition = { ...proposal.definition, id: id ?? proposal.definition.id };
  return { ...proposal, definition, period: periodOfTitle(table.title) };
}

/** The table's own columns, whatever ready-made register some of its headings speak for. */
export function proposeOwnDefinition(table: TableSample): Proposal {
  return { ...proposeOwn(table), period: periodOfTitle(table.title) };
}

interface Recognised {
  readonly template: RegisterTemplate;
  readonly mapping: (string | null)[];
  readonly confidence: number;
}

function recogniseTemplate(table: TableSample): Recognised | null {
  const candidates = registerTemplates
    .map((template) => fitOf(template, table))
    .filter((fit) => fit !== null);
  candidates.sort((a, b) => b.confidence - a.confidence);
  return candidates[0] ?? null;
}

/** Staff say what it is: the headings need not speak for it. */
function asNamed(template: RegisterTemplate, table: TableSample): Recognised {
  return { template, mapping: mapTemplateHeadings(template, table.headings), confidence: 1 };
}

function fitOf(template: RegisterTemplate, { title, headings }: TableSample): Recognised | null {
  const isTitled = template.words.test(title.normalize('NFKC'));
  const isNamed = isTitled || template.words.test(headings.join('\n').normalize('NFKC'));
  if (template.needsWords && !isNamed) return null;
  const mapping = mapTemplateHeadings(template, headings);
  const met = new Set(mapping.filter((key) => key !== null));
  if (!template.needs.some((group) => group.every((key) => met.has(key)))) return null;
  const counted = headings.filter((heading) => heading.trim() !== '' && !isRowNumber(heading)).length;
  const share = met.size / Math.max(1, counted);
  const named = isTitled ? 0.25 : isNamed ? 0.1 : 0;
  const confidence = Math.min(1, share * 0.75 + named + Math.min(met.size, 8) * 0.005);
  return confidence >= leastConfidence ? { template, mapping, confidence } : null;
}

/** The template's columns, what else the sheet has behind them. */
function proposeFrom(
  { template, mapping, confidence }: Recognised,
  table: TableSample,
): Omit<Proposal, 'period'> {
  const { definition } = template;
  const own = new Map(
    mapping.flatMap((key, index) => (key === null ? [] : [[key, table.headings[index] ?? ''] as const])),
  );
  const columns = definition.columns.map((column) => adoptHeading(column, own.get(column.key), table.title));
  const left = proposeColumns({ ...table, taken: mapping }).slice(0, mostColumns - columns.length);
  const extra = left.map(({ column }) => ({ ...column, roles: [], isFacet: false }));
  const complete = mapping.map(
    (key, index) => key ?? left.find((one) => one.index === index)?.column.key ?? null,
  );
  return {
    definition: { ...definition, title: titleOf(table) ?? definition.title, columns: [...columns, ...extra] },
    mapping: complete,
    template: template.id,
    confidence: round(confidence),
  };
}

/** A column of a template takes the words and the unit of the sheet. */
function adoptHeading(
  column: RegisterColumn,
  heading: string | undefined,
  tableTitle: string,
): RegisterColumn {
  if (heading === undefined) return column;
  const named = unitOfHeading(heading) ?? (column.type === 'money' ? unitOfTable(tableTitle) : null);
  const isCounted = column.type === 'money' || column.type === 'number';
  return { ...column, title: bareHeading(heading), unit: isCounted ? (named ?? column.unit) : column.unit };
}

/** A register made of the sheet alone. */
function proposeOwn(table: TableSample): Omit<Proposal, 'period'> {
  const proposed = proposeColumns({ ...table, taken: table.headings.map(() => null) }).slice(0, mostColumns);
  const columns = proposed.map(({ column }) => column);
  const checks = proposeChecks(proposed, table);
  return {
    definition: {
      id: 'register',
      template: null,
      title: titleOf(table) ?? '',
      summary: '',
      columns,
      views: proposeViews(proposed, checks, table),
      checks,
      updateRule: null,
    },
    mapping: table.headings.map(
      (_, index) => proposed.find((one) => one.index === index)?.column.key ?? null,
    ),
    template: null,
    confidence: 0.2,
  };
}

const formNumber = /^(?:附?表|附件)\s*\d*[-—]?\d*\s*[:：、.]?\s*(?=\S)/u;
const remarkLine = /^[（(]?(?:单位|填报|制表|编制|日期|时间)/u;

/** The first line above the headings that is more than a remark, without period and unit in brackets; null for none. */
function titleOf({ title }: TableSample): string | null {
  const line = title
    .split('\n')
    .map(tidyLine)
    .find((one) => one !== '' && !remarkLine.test(one));
  if (line === undefined) return null;
  const timeless = line.replace(/[（(]([^（()）]*)[)）]/gu, (whole, inside: string) =>
    periodOfTitle(inside) === null && unitOfTable(inside) === null ? whole : '',
  );
  return (timeless.replace(formNumber, '').trim() || line).slice(0, longestTitle);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
