// `search`: asks the current release with the engine and index of the terminals.
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SearchHit, SearchQuery, SearchResult } from '#shared/search/types.ts';
import { dataPaths } from '../config.ts';
import { nodeEngine } from '../publish/node-engine.ts';
import { openRelease } from '../publish/open-release.ts';
import { type Command, exit, type Terminal } from './command.ts';

const defaultLimit = 20;
const largestLimit = 100;

export const searchCommand: Command = {
  options: {
    limit: { type: 'string' },
    kind: { type: 'string' },
    sort: { type: 'string' },
    explain: { type: 'boolean' },
  },
  run: async ({ config, options, operands, terminal }) => {
    const text = operands.join(' ').trim();
    if (text === '') throw new AppError('wrong-usage', { reason: terminal.text.noQuery });
    const limit = readLimit(options.limit, terminal);
    const kind = readKind(options.kind, terminal);
    const sort = readSort(options.sort, terminal);
    const explain = options.explain === true;
    const release = await openRelease(dataPaths(config.dataDir).release, nodeEngine, Date.now);
    try {
      const filters = kind === null ? {} : { kind: [kind] };
      const started = performance.now();
      const found = await release.reader.search({ text, filters, sort, offset: 0, limit, explain });
      const ms = Math.round((performance.now() - started) * 100) / 100;
      const { total, totalIsLowerBound, alsoSearched, matched = null } = found;
      const hits = found.hits.map((hit) => hitOf(hit, explain));
      const answer = { total, totalIsLowerBound, ms, matched, alsoSearched, hits };
      terminal.answer(answer, linesOf(found, explain, terminal));
      return exit.done;
    } finally {
      await release.close();
    }
  },
};

function hitOf({ record, score, reasons = [] }: SearchHit, explain: boolean) {
  const { id, kind, title, agencyName: agency, date } = record;
  return { id, kind, title, agency, date, score, ...(explain ? { reasons } : {}) };
}

/** How many, what else was looked for, then a line a hit with its reasons below it. */
function linesOf(found: SearchResult, explain: boolean, { text }: Terminal): string[] {
  const { total, totalIsLowerBound, alsoSearched, matched } = found;
  const near = matched === undefined || matched === 'whole' || total === 0 ? [] : [text.matched[matched]];
  const also = alsoSearched.length === 0 ? [] : [text.alsoSearched(alsoSearched)];
  const lines = found.hits.flatMap(({ record, reasons = [] }) => [
    [record.title, record.agencyName, record.date ?? ''].join('\t'),
    ...(explain ? reasons.map(({ part, value, points }) => `    ${part}\t${value}\t${points}`) : []),
  ]);
  return [text.found(total, totalIsLowerBound), ...near, ...also, ...lines];
}

function readLimit(given: string | boolean | undefined, terminal: Terminal): number {
  if (given === undefined) return defaultLimit;
  const limit = /^\d{1,3}$/.test(String(given)) ? Number(given) : 0;
  if (limit >= 1 && limit <= largestLimit) return limit;
  throw new AppError('wrong-usage', { reason: terminal.text.badLimit });
}

function readSort(given: string | boolean | undefined, terminal: Terminal): SearchQuery['sort'] {
  if (given === undefined || given === 'relevance') return 'relevance';
  if (given === 'date') return 'date';
  throw new AppError('wrong-usage', { reason: terminal.text.badSort });
}

function readKind(given: string | boolean | undefined, terminal: Terminal): RecordKind | null {
  if (given === undefined) return null;
  const kind = recordKinds.find((name) => name === given);
  if (kind !== undefined) return kind;
  throw new AppError('wrong-usage', { reason: terminal.text.unknownKind(String(given)) });
}
