// `search`: asks the current release with the engine and index of the terminals.
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { dataPaths } from '../config.ts';
import { nodeEngine } from '../publish/node-engine.ts';
import { openRelease } from '../publish/open-release.ts';
import { type Command, exit, type Terminal } from './command.ts';

const defaultLimit = 20;
const largestLimit = 100;

export const searchCommand: Command = {
  options: { limit: { type: 'string' }, kind: { type: 'string' } },
  run: async ({ config, options, operands, terminal }) => {
    const text = operands.join(' ').trim();
    if (text === '') throw new AppError('wrong-usage', { reason: terminal.text.noQuery });
    const limit = readLimit(options.limit, terminal);
    const kind = readKind(options.kind, terminal);
    const release = await openRelease(dataPaths(config.dataDir).release, nodeEngine);
    try {
      const filters = kind === null ? {} : { kind: [kind] };
      const started = performance.now();
      const found = await release.reader.search({ text, filters, sort: 'relevance', offset: 0, limit });
      const ms = Math.round((performance.now() - started) * 100) / 100;
      const hits = found.hits.map(({ record, score }) => ({
        id: record.id,
        kind: record.kind,
        title: record.title,
        agency: record.agencyName,
        date: record.date,
        score,
      }));
      const { total, totalIsLowerBound } = found;
      const lines = hits.map(({ title, agency, date }) => [title, agency, date ?? ''].join('\t'));
      terminal.answer({ total, totalIsLowerBound, ms, hits }, [
        terminal.text.found(total, totalIsLowerBound),
        ...lines,
      ]);
      return exit.done;
    } finally {
      await release.close();
    }
  },
};

function readLimit(given: string | boolean | undefined, terminal: Terminal): number {
  if (given === undefined) return defaultLimit;
  const limit = /^\d{1,3}$/.test(String(given)) ? Number(given) : 0;
  if (limit >= 1 && limit <= largestLimit) return limit;
  throw new AppError('wrong-usage', { reason: terminal.text.badLimit });
}

function readKind(given: string | boolean | undefined, terminal: Terminal): RecordKind | null {
  if (given === undefined) return null;
  const kind = recordKinds.find((name) => name === given);
  if (kind !== undefined) return kind;
  throw new AppError('wrong-usage', { reason: terminal.text.unknownKind(String(given)) });
}
