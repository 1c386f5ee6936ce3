// The tables of the store as Kysely sees them; the columns keep to TEXT and INTEGER so any SQL store can hold them.
import type { Generated, Kysely } from 'kysely';
import type { Validity, WrittenKind } from '#shared/catalogue/record.ts';
import type {
  AccountSettingsTable,
  AccountTable,
  InvitationTable,
  RecoveryCodeTable,
  SessionTable,
} from './account-tables.ts';
import type { CaseTables } from './case-tables.ts';
import type { ConsultationTables } from './consultation-tables.ts';
import type {
  ContactCheckTable,
  DeadlinePolicyTable,
  DeadlineTable,
  DeadlineTouchedTable,
  DutyEventTable,
  HolidayNoticeTable,
  MatterRuleTable,
  RepealTable,
  StaleMarkTable,
} from './deadline-tables.ts';
import type { FeedTables } from './feeds-tables.ts';
import type { LintAnswerTable, LintFileTable, LintFindingTable, LintRunTable } from './lint-tables.ts';
import type {
  RegisterEntryTable,
  RegisterEntryVersionTable,
  RegisterPeriodTable,
  RegisterSortColumnTable,
  RegisterSortKeyTable,
  RegisterTable,
  RegisterVersionTable,
} from './register-tables.ts';
import type * as reports from './report-tables.ts';
import type { StatisticsTables } from './statistics-tables.ts';
import type { TransferTables } from './transfer-tables.ts';
import type { VoiceTables } from './voice-tables.ts';
import type { WithheldTables } from './withheld-tables.ts';
import type { WorkflowTables } from './workflow-tables.ts';

/** Instants are ISO 8601 with `Z`; dates are `YYYY[-MM[-DD]]`; `…_json` columns hold JSON text. */
export interface Tables
  extends CaseTables,
    FeedTables,
    TransferTables,
    VoiceTables,
    StatisticsTables,
    TransferTables,
    ConsultationTables,
    FeedTables,
    TransferTables,
    WithheldTables,
    WorkflowTables {
  venue: VenueTable;
  agencies: AgencyTable;
  tree_nodes: TreeNodeTable;
  records: RecordTable;
  bodies: BodyTable;
  record_versions: RecordVersionTable;
  attachments: AttachmentTable;
  accounts: AccountTable;
  sessions: SessionTable;
  invitations: InvitationTable;
  recovery_codes: RecoveryCodeTable;
  account_settings: AccountSettingsTable;
  releases: ReleaseTable;
  terminals: TerminalTable;
  audit_entries: AuditEntryTable;
  import_batches: ImportBatchTable;
  synonyms: SynonymTable;
  handoff_lists: HandoffListTable;
  registers: RegisterTable;
  register_versions: RegisterVersionTable;
  register_entries: RegisterEntryTable;
  register_entry_versions: RegisterEntryVersionTable;
  register_periods: RegisterPeriodTable;
  register_sort_columns: RegisterSortColumnTable;
  register_sort_keys: RegisterSortKeyTable;
  publications: reports.PublicationTable;
  publication_start: reports.PublicationStartTable;
  ledger_entries: reports.LedgerEntryTable;
  ledger_entry_versions: reports.LedgerEntryVersionTable;
  score_rules: reports.ScoreRulesTable;
  bulletins: reports.BulletinTable;
  annual_reports: reports.AnnualReportTable;
  terminal_versions: reports.TerminalVersionTable;
  lint_runs: LintRunTable;
  lint_findings: LintFindingTable;
  lint_answers: LintAnswerTable;
  lint_files: LintFileTable;
  holiday_notices: HolidayNoticeTable;
  deadline_policy: DeadlinePolicyTable;
  deadline_touched: DeadlineTouchedTable;
  deadlines: DeadlineTable;
  duty_events: DutyEventTable;
  stale_marks: StaleMarkTable;
  repeals: RepealTable;
  contact_checks: ContactCheckTable;
  matter_rules: MatterRuleTable;
}

/** The open store, or one transaction on it. */
export type Database = Kysely<Tables>;

/** One row, `id` 1. */
export interface VenueTable {
  id: number;
  name: string;
  region: string;
  address: string | null;
  phone: string | null;
  hours: string | null;
  supervision_phone: string | null;
  /** A VenueDisplay; null until staff save one. */
  display_json: string | null;
  /** A Hall (see shared/catalogue/hall-plan.ts); null until staff draw one. */
  hall_json: string | null;
  updated_at: string;
}

/** One row, `id` 1, once staff have saved a list. */
export interface SynonymTable {
  id: number;
  /** A list of SynonymRule. */
  rules_json: string;
  updated_at: string;
}

export interface AgencyTable {
  id: string;
  name: string;
  /** The name as identity sees it (see editorial/identity-keys.ts); unique. */
  name_key: string;
  short_name: string | null;
  address: string | null;
  phone: string | null;
  hours: string | null;
  leader: string | null;
  functions: string | null;
  sort_order: number;
  created_at: string;
  /** When the name last changed: records shown under it change with it. */
  renamed_at: string;
  /** When address, phone or hours last changed. */
  contact_at: Generated<string | null>;
}

export interface TreeNodeTable {
  id: string;
  parent_id: string | null;
  title: string;
  title_key: string;
  basis: string | null;
  sort_order: number;
}

export type RecordState = 'draft' | 'approved' | 'withdrawn';

/** The header of every record at its newest version: what is listed, filtered and matched. */
export interface RecordTable {
  id: string;
  code: string;
  kind: WrittenKind;
  title: string;
  title_key: string;
  agency_id: string;
  doc_no: string | null;
  /** Normalised document number, for identity and search. */
  doc_key: string | null;
  index_no: string | null;
  index_key: string | null;
  /** What identifies the record when it has no number: see editorial/identity-keys.ts. */
  identity_key: string;
  date: string | null;
  /** `date`, or the empty string, so that sorting and paging need no nulls. */
  sort_date: string;
  year: string | null;
  topic: string | null;
  validity: Validity;
  node_id: string | null;
  matter_id: string | null;
  state: RecordState;
  version: number;
  /** The version that is or will be public; null unless the state is `approved`. */
  approved_version: number | null;
  approved_at: string | null;
  approved_by: string | null;
  /** When it was last withdrawn; null unless the state is `withdrawn`. */
  withdrawn_at: string | null;
  /** The version the current release carries. */
  published_version: number | null;
  /** The version releases carried before that one; null when it was the first, or was gone in between. */
  replaced_version: number | null;
  /** Digest of the draft last imported into it: the same row again changes nothing. */
  import_hash: string | null;
  created_at: string;
  updated_at: string;
  updated_by: string;
}

/** Bodies by the SHA-256 of their HTML, so versions that differ in the header share one. */
export interface BodyTable {
  hash: string;
  html: string;
  text: string;
}

/** Every version a record ever had. */
export interface RecordVersionTable {
  record_id: string;
  version: number;
  /** The agency of this version: an approved version may lag behind the header. */
  agency_id: string;
  /** A StoredContent (see editorial/stored-content.ts). */
  content_json: string;
  body_hash: string | null;
  content_hash: string;
  at: string;
  who: string;
  origin: 'editor' | 'import' | 'demo' | 'feed' | 'push';
  batch_id: string | null;
}

export interface AttachmentTable {
  sha256: string;
  media_type: string;
  bytes: number;
  created_at: string;
}

export interface ReleaseTable {
  version: number;
  published_at: string;
  note: string;
  who: string;
  records: number;
  bytes: number;
  new_bytes: number;
}

export interface TerminalTable {
  id: string;
  name: string;
  token_hash: string;
  user_agent: string;
  screen: string;
  enrolled_at: string;
  last_seen_at: string | null;
  version: number | null;
  content_as_of: string | null;
  last_sync_at: string | null;
  problem_at: string | null;
  problem_code: string | null;
  damaged_blocks: number;
  used_bytes: number | null;
  app_version: string | null;
}

/** A list under a short code: public record codes, nothing about who collected them. */
export interface HandoffListTable {
  code: string;
  /** The list as `encodeList` writes it. */
  list: string;
  expires_at: string;
}

/** Append-only: the store refuses to change or delete a row. */
export interface AuditEntryTable {
  id: Generated<number>;
  at: string;
  who: string;
  action: string;
  subject: string;
  details: string;
  /** Chains this entry to the one before: see editorial/audit-chain.ts. */
  digest: string;
}

export interface ImportBatchTable {
  id: string;
  started_at: string;
  finished_at: string | null;
  who: string;
  /** 1 when the operator approved what it brought. */
  approves: number;
  files_json: string;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}
