// Which register the table of a file belongs to, and which column of it each heading means.
import { AppError } from '#shared/errors/app-error.ts';
import { foldHeading, isRowNumber, mapHeadings, periodOfTitle } from '#shared/registers/headings.ts';
import { yearOfPeriod } from '#shared/registers/periods.ts';
import {
  type Proposal,
  proposeDefinition,
  proposeOwnDefinition,
} from '#shared/registers/propose-definition.ts';
import { isRegisterId, type RegisterDefinition, titleColumn } from '#shared/registers/register-definition.ts';
import { templateOf } from '#shared/registers/templates.ts';
import type { RegisterTable } from '../ingest/register-sheet.ts';
import type { Database } from '../store/tables.ts';
import { findRegister, findRegisterTitled, type StoredRegister } from './stored-register.ts';

/** Where the rows of a table go. */
export interface ChosenRegister {
  /** Null when it is to be made. */
  readonly register: StoredRegister | null;
  readonly definition: RegisterDefinition;
  /** For each heading the key of its column; null where it has none. */
  readonly mapping: readonly (string | null)[];
  /** The time the table's title names. */
  readonly period: string | null;
}

/**
 * The register named, or the one the headings fit, or one made of the table itself.
 * Throws `register.bad-id`, `register.headings-unknown` or what a definition may lack.
 */
export async function chooseRegister(
  db: Database,
  table: RegisterTable,
  named: string | null,
  fileName: string,
): Promise<ChosenRegister> {
  if (named !== null && !isRegisterId(named))
    throw new AppError('register.bad-id', { id: named.slice(0, 60) });
  const { proposal, register } = await recognise(db, table, named, fileName);
  const period = proposal.period ?? periodOfTitle(fileName);
  if (register === null) {
    const id = named ?? (proposal.template === null ? await freeSlug(db) : proposal.definition.id);
    const { mapping } = proposal;
    return { register, definition: { ...proposal.definition, id }, mapping, period };
  }
  const dated = withShiftedYears(withYears(register.definition, proposal), table.headings, {
    before: register.period,
    now: period,
  });
  const definition = withPeriod(dated, register.period, period);
  const mapping = mapHeadings(definition, table.headings);
  const title = titleColumn(definition);
  if (!mapping.includes(title.key)) {
    throw new AppError('register.headings-unknown', { title: definition.title, column: title.title });
  }
  return { register, definition, mapping, period };
}

interface Recognised {
  readonly proposal: Proposal;
  readonly register: StoredRegister | null;
}

/**
 * What the table is, and the register that is there for it. One that would leave much of the table out is none of it:
 * 养老机构 with beds and charges does not belong into the directory of agencies because both have names and telephones.
 */
async function recognise(
  db: Database,
  table: RegisterTable,
  named: string | null,
  fileName: string,
): Promise<Recognised> {
  const proposal = propose(table, fileName, named);
  const register = await knownRegister(db, proposal, named);
  if (named !== null || register === null || !leavesMuchOut(register.definition, table.headings))
    return { proposal, register };
  const own = propose(table, fileName, named, proposeOwnDefinition);
  return { proposal: own, register: await knownRegister(db, own, named) };
}

/** Whether more than half as many headings have no column as have one. */
function leavesMuchOut(definition: RegisterDefinition, headings: readonly string[]): boolean {
  const mapping = mapHeadings(definition, headings);
  const counted = headings.flatMap((heading, at) =>
    heading.trim() === '' || isRowNumber(heading) ? [] : [mapping[at] ?? null],
  );
  const met = counted.filter((key) => key !== null).length;
  return (counted.length - met) * 2 > met;
}

/** A sheet that names nothing itself is named by its file. */
function propose(
  table: RegisterTable,
  fileName: string,
  id: string | null,
  from: typeof proposeDefinition = proposeDefinition,
): Proposal {
  const { headings, sample } = table;
  const named = from({ title: table.title, headings, sample }, id ?? undefined);
  if (named.template !== null || named.definition.title !== '') return named;
  const title = table.sheet ?? titleOfFile(fileName);
  return from({ title, headings, sample }, id ?? undefined);
}

function titleOfFile(name: string): string {
  const bare = (name.split('/').at(-1) ?? name)
    .replace(/(?:\.[a-z0-9]{1,5}){1,2}$/iu, '')
    .replace(/^\d+[_-]/u, '');
  return bare.replace(/_/gu, ' ').trim() || name;
}

async function knownRegister(
  db: Database,
  { template, definition }: Proposal,
  named: string | null,
): Promise<StoredRegister | null> {
  if (named !== null) return findRegister(db, named);
  return template === null ? findRegisterTitled(db, definition.title) : findRegister(db, definition.id);
}

async function freeSlug(db: Database): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = `register-${number}`;
    if ((await findRegister(db, slug)) === null) return slug;
  }
}

/** A title that names the period names the new one. */
function withPeriod(
  definition: RegisterDefinition,
  before: string | null,
  now: string | null,
): RegisterDefinition {
  if (before === null || now === null || before === now) return definition;
  const { title } = definition;
  if (title.includes(before)) return { ...definition, title: title.replace(before, now) };
  // 2026年第46周 of a title that names the year alone, or 2026 of one that says 2026年度.
  const [yearBefore, yearNow] = [yearOfPeriod(before), yearOfPeriod(now)];
  if (yearBefore === null || yearNow === null) return definition;
  return { ...definition, title: title.replace(`${yearBefore}年`, `${yearNow}年`) };
}

/**
 * Columns of a register of one's own that name years go on with the years of a table of another period: `2026年预算数`
 * of last year's register is no column of this year's figures before it, though the headings are the same.
 */
function withShiftedYears(
  definition: RegisterDefinition,
  headings: readonly string[],
  { before, now }: { readonly before: string | null; readonly now: string | null },
): RegisterDefinition {
  const [from, to] = [yearOfPeriod(before ?? ''), yearOfPeriod(now ?? '')];
  if (from === null || to === null || from === to) return definition;
  const columns = definition.columns.map((column) => ({
    ...column,
    title: column.title.replace(/(?:19|20)\d{2}(?=年)/gu, (year) => String(Number(year) + to - from)),
  }));
  const shifted = { ...definition, columns };
  return titlesMet(shifted, headings) > titlesMet(definition, headings) ? shifted : definition;
}

function titlesMet({ columns }: RegisterDefinition, headings: readonly string[]): number {
  const met = new Set(headings.map(foldHeading));
  return columns.filter(({ title }) => met.has(foldHeading(title))).length;
}

/** 2026年预算数增减 */
const namesYear = /(?:19|20)\d{2}年/u;

/** The columns of a year carry the year of the newest table in their titles. */
function withYears(definition: RegisterDefinition, proposal: Proposal): RegisterDefinition {
  const years = templateOf(definition.template)?.years ?? null;
  if (years === null || proposal.template !== definition.template) return definition;
  const titles = new Map(proposal.definition.columns.map(({ key, title }) => [key, title]));
  const columns = definition.columns.map((column) =>
    column.key === years.previous || column.key === years.current || namesYear.test(column.title)
      ? { ...column, title: titles.get(column.key) ?? column.title }
      : column,
  );
  return { ...definition, columns };
}
