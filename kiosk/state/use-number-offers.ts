// What leads on while a number is typed: years that document numbers have, and whole numbers to pick.
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import type { Filters } from './search-address.ts';
import { useFacets } from './use-facets.ts';
import { useLoaded } from './use-loaded.ts';
import { useTypedFilters } from './use-typing.ts';

const mostYears = 6;
const yearsTried = 12;
const numbersLookedAt = 20;
const mostNumbers = 8;
const nobody: readonly string[] = [];

interface Typed {
  readonly text: string;
  readonly filters: Filters;
}

/** Years that stand in brackets in some document's number behind what is typed, the newest first. */
export function useLeadingYears(text: string): readonly string[] {
  const engine = useEngine();
  const facets = useFacets().value;
  const years = (facets?.year ?? []).map(({ value }) => value).filter((value) => /^\d{4}$/.test(value));
  const filters = useTypedFilters();
  const key = `years ${useContentVersion()} ${years.length} ${JSON.stringify(filters)} ${text}`;
  const loaded = useLoaded(key, (signal) => findYears(engine, { text, filters }, years, signal));
  return loaded.value ?? nobody;
}

async function findYears(
  engine: KioskEngine,
  { text, filters }: Typed,
  years: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  // A second year behind the first makes no number.
  if (/\d/.test(text)) return [];
  const leading: string[] = [];
  for (const year of [...years].sort().reverse().slice(0, yearsTried)) {
    const { numbers } = await findNumbers(engine, { text: `${text}〔${year}〕`, filters }, signal);
    if (numbers.length > 0) leading.push(year);
    if (leading.length === mostYears) break;
  }
  return leading;
}

/** Whole document and index numbers that hold what is typed. */
export function useNumberOffers(text: string): readonly string[] {
  const engine = useEngine();
  const filters = useTypedFilters();
  const key = `numbers ${useContentVersion()} ${JSON.stringify(filters)} ${text}`;
  const loaded = useLoaded(key, async (signal) => {
    if (!/\d/.test(text)) return nobody;
    return (await findNumbers(engine, { text, filters }, signal)).numbers.slice(0, mostNumbers);
  });
  return loaded.value ?? nobody;
}

async function findNumbers(engine: KioskEngine, { text, filters }: Typed, signal: AbortSignal) {
  const query = { text, filters, sort: 'relevance', offset: 0, limit: numbersLookedAt } as const;
  const { hits, matched } = await engine.search(query, signal);
  const digits = text.match(/\d+/g) ?? [];
  const holdsAll = (number: string) => digits.every((run) => number.includes(run));
  const found = hits.flatMap(({ record }) => [record.docNo, record.indexNo]);
  const numbers = [...new Set(found.filter((number) => number !== null))].filter(holdsAll);
  return { numbers: matched === undefined || matched === 'whole' ? numbers : [] };
}
