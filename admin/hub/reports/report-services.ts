// Ledgers, bulletins, reports and what terminals showed, as the hub's HTTP side asks for them.
import type { z } from 'zod';
import type {
  AnnualInput,
  AnnualReport,
  annualChangeSchema,
  annualListSchema,
} from '#shared/protocol/annual-api.ts';
import type {
  Bulletin,
  BulletinChange,
  BulletinFigures,
  bulletinListSchema,
  Coverage,
  coveredMattersSchema,
  factListSchema,
  factsQuerySchema,
} from '#shared/protocol/bulletins-api.ts';
import type {
  AuditChain,
  ReleaseRecords,
  releaseRecordsQuerySchema,
  TerminalShown,
} from '#shared/protocol/history-api.ts';
import type { EntryCorrection, EntryInput, LedgerEntry, ShownTable } from '#shared/protocol/ledgers-api.ts';
import type { LedgerId } from '#shared/reports/ledgers.ts';
import type { ReportTable } from '#shared/reports/report-table.ts';
import type { ScoreRules } from '#shared/reports/score.ts';
import { recordAudit } from '../editorial/audit.ts';
import { verifyAuditChain } from '../editorial/audit-chain.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { DeepReadonly } from '../http/route.ts';
import {
  changeReport,
  createReport,
  finaliseReport,
  listReports,
  loadReport,
  makePage,
} from './annual/annual-reports.ts';
import {
  changeBulletin,
  createBulletin,
  finaliseBulletin,
  listBulletins,
  loadFacts,
  loadWhole,
  removeBulletin,
} from './bulletins/bulletins.ts';
import { type DutySource, dutiesOfStore } from './bulletins/duty-source.ts';
import { loadScoreRules, type StoredRules, saveScoreRules } from './bulletins/score-rules.ts';
import { loadCellMatters, loadCoverage } from './coverage.ts';
import { auditLines, type ExportRange } from './history/audit-export.ts';
import { releaseRecords } from './history/release-content.ts';
import { shownAt } from './history/terminal-history.ts';
import { type CaseSource, noCases } from './ledgers/case-source.ts';
import type { LedgerScope } from './ledgers/ledger-scope.ts';
import { firstRows, type LedgerSources, ledgerTable, storeSources } from './ledgers/ledger-tables.ts';
import { addEntry, correctEntry, loadEntry } from './ledgers/written-entries.ts';

/** Rows shown at the desk; the file has them all. */
const shownRows = 200;

export interface LedgerService {
  /** The first rows, for the screen. */
  shown(id: LedgerId, scope: LedgerScope): Promise<DeepReadonly<ShownTable>>;
  /** All of it; rows are read while they are walked. */
  table(id: LedgerId, scope: LedgerScope): Promise<ReportTable>;
  /** Throws `not-found`. */
  entry(id: string): Promise<LedgerEntry>;
  add(input: EntryInput, actor: Actor): Promise<LedgerEntry>;
  /** Throws `not-found`, or `report.entry-conflict` when another correction came first. */
  correct(id: string, correction: EntryCorrection, actor: Actor): Promise<LedgerEntry>;
}

export interface HistoryService {
  /** `terminal` is its id or name. Throws `not-found`, `report.no-release`. */
  shown(terminal: string, at: string): Promise<TerminalShown>;
  /** Throws `not-found` for an unknown release. */
  records(version: number, query: z.infer<typeof releaseRecordsQuerySchema>): Promise<ReleaseRecords>;
  chain(): Promise<DeepReadonly<AuditChain>>;
  /** Puts on record who takes it, then reads it while it is walked. */
  exportTrail(range: ExportRange, actor: Actor): Promise<AsyncIterable<string>>;
}

export type WholeBulletin = Bulletin & { readonly figures: BulletinFigures };

export interface BulletinService {
  rules(): Promise<StoredRules>;
  saveRules(rules: ScoreRules, actor: Actor): Promise<StoredRules>;
  list(): Promise<z.infer<typeof bulletinListSchema>>;
  /** Throws `not-found`. */
  load(id: string): Promise<WholeBulletin>;
  facts(id: string, query: z.infer<typeof factsQuerySchema>): Promise<z.infer<typeof factListSchema>>;
  create(period: string, actor: Actor): Promise<WholeBulletin>;
  /** Throws `report.final`, or `store.conflict` when another revision came first; so do the next two. */
  change(id: string, change: BulletinChange, actor: Actor): Promise<WholeBulletin>;
  finalise(id: string, revision: number, actor: Actor): Promise<WholeBulletin>;
  remove(id: string, actor: Actor): Promise<void>;
}

export interface CoverageService {
  /** Null for all agencies. */
  matrix(agencyId: string | null): Promise<Coverage>;
  matters(cell: {
    readonly agencyId: string | null;
    readonly fieldId: string | null;
  }): Promise<z.infer<typeof coveredMattersSchema>>;
}

export interface AnnualReportService {
  /** Null for all agencies. */
  list(agencyId: string | null): Promise<z.infer<typeof annualListSchema>>;
  /** Throws `not-found`. */
  load(id: string): Promise<AnnualReport>;
  /** Throws `report.exists`. */
  create(input: AnnualInput, actor: Actor): Promise<AnnualReport>;
  /** Throws `report.final`, or `store.conflict` when another revision came first; so does the next one. */
  change(id: string, change: z.infer<typeof annualChangeSchema>, actor: Actor): Promise<AnnualReport>;
  /** Throws `report.unbalanced` while figures do not add up. */
  finalise(id: string, revision: number, actor: Actor): Promise<AnnualReport>;
  /** The id of the draft page made of a final report. */
  makePage(id: string, agencyId: string, actor: Actor): Promise<string>;
}

export interface ReportServices {
  readonly ledgers: LedgerService;
  readonly annual: AnnualReportService;
  readonly bulletins: BulletinService;
  readonly coverage: CoverageService;
  readonly history: HistoryService;
}

export function createReportServices(
  desk: Desk,
  duties: DutySource = dutiesOfStore,
  cases: CaseSource = noCases,
): ReportServices {
  return {
    ledgers: createLedgerService(desk, { ...storeSources, cases }),
    bulletins: createBulletinService(desk, duties),
    coverage: {
      matrix: (agencyId) => loadCoverage(desk.db, agencyId),
      matters: (cell) => loadCellMatters(desk.db, cell),
    },
    annual: {
      list: (agencyId) => listReports(desk.db, agencyId),
      load: (id) => loadReport(desk.db, id),
      create: (input, actor) => createReport(desk, input, actor),
      change: (id, change, actor) => changeReport(desk, id, change, actor),
      finalise: (id, revision, actor) => finaliseReport(desk, id, revision, actor),
      makePage: (id, agencyId, actor) => makePage(desk, id, agencyId, actor),
    },
    history: createHistoryService(desk),
  };
}

function createLedgerService(desk: Desk, sources: LedgerSources): LedgerService {
  const table = (id: LedgerId, scope: LedgerScope) => ledgerTable(desk.db, id, scope, desk.now(), sources);
  return {
    table,
    shown: async (id, scope) => {
      const whole = await table(id, scope);
      const { title, remarks, columns } = whole;
      const { rows, isCut } = await firstRows(whole, shownRows);
      return {
        title,
        remarks,
        columns,
        rows: rows.map(({ link, ...row }) => (link ? { ...row, link } : row)),
        isCut,
      };
    },
    entry: (id) => loadEntry(desk.db, id),
    add: (input, actor) => addEntry(desk, input, actor),
    correct: (id, correction, actor) => correctEntry(desk, id, correction, actor),
  };
}

function createHistoryService(desk: Desk): HistoryService {
  return {
    shown: (terminal, at) => shownAt(desk.db, terminal, at),
    records: (version, query) => releaseRecords(desk.db, version, query),
    chain: async () => ({ ...(await verifyAuditChain(desk.db)), at: instant(desk) }),
    exportTrail: async (range, actor) => {
      const subject = [range.from, range.to].filter((day) => day !== null).join(' – ');
      await recordAudit(desk, { who: actor.name, action: 'audit.export', subject, details: { ...range } });
      return auditLines(desk.db, range);
    },
  };
}

function createBulletinService(desk: Desk, duties: DutySource): BulletinService {
  const load = (id: string) => loadWhole(desk, id, duties);
  return {
    load,
    rules: () => loadScoreRules(desk.db),
    saveRules: (rules, actor) => saveScoreRules(desk, rules, actor),
    list: () => listBulletins(desk.db),
    facts: (id, query) => loadFacts(desk, id, query, duties),
    create: async (period, actor) => load(await createBulletin(desk, period, actor, duties)),
    change: async (id, change, actor) => {
      await changeBulletin(desk, id, change, actor);
      return load(id);
    },
    finalise: async (id, revision, actor) => {
      await finaliseBulletin(desk, id, revision, actor, duties);
      return load(id);
    },
    remove: (id, actor) => removeBulletin(desk, id, actor),
  };
}
