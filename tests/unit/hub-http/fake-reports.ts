// Ledgers and reports of a hub on fakes: nothing is in any of them.
import type { HubServices } from '#hub/http/hub-services.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { defaultScoreRules } from '#shared/reports/score.ts';

const missing = async () => {
  throw new AppError('not-found', { what: 'report' });
};

export function fakeReports(): HubServices['reports'] {
  const head = { title: '台账', remarks: [], columns: [] };
  return {
    ledgers: {
      shown: async () => ({ ...head, rows: [], isCut: false }),
      table: async () => ({ ...head, rows: [] }),
      entry: missing,
      add: missing,
      correct: missing,
    },
    bulletins: {
      rules: async () => ({ rules: defaultScoreRules, isDefault: true }),
      saveRules: async (rules) => ({ rules, isDefault: false }),
      list: async () => ({ bulletins: [] }),
      load: missing,
      facts: missing,
      create: missing,
      change: missing,
      finalise: missing,
      remove: missing,
    },
    annual: {
      list: async () => ({ reports: [] }),
      load: missing,
      create: missing,
      change: missing,
      finalise: missing,
      makePage: missing,
    },
    coverage: {
      matrix: async () => ({ fields: [], agencies: [], due: 0, there: 0 }),
      matters: async () => ({ matters: [] }),
    },
    history: {
      shown: missing,
      records: missing,
      chain: async () => ({ isSound: true, entries: 0, head: '', broken: [], at: '2026-11-21T02:00:00Z' }),
      exportTrail: async () =>
        (async function* none() {
          yield '{}\n';
        })(),
    },
  };
}
