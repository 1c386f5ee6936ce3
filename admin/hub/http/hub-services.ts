// What the HTTP side of the hub needs from the rest of it: the ports `commands/serve.ts` plugs in.
import type { Hall } from '#shared/catalogue/hall-plan.ts';
import type { IsoInstant } from '#shared/catalogue/record.ts';
import type { Agency, TreeNode, VenueProfile } from '#shared/catalogue/venue.ts';
import type { ErrorCode, ErrorDetails } from '#shared/errors/app-error.ts';
import type { ListedRecord } from '#shared/handoff/list-payload.ts';
import type {
  Overview,
  PublishPreview,
  PublishResult,
  RecordDetail,
  RecordInput,
  RecordList,
  RecordListQuery,
  ReleaseList,
} from '#shared/protocol/hub-api.ts';
import type { RecordVersion } from '#shared/protocol/versions-api.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { CatalogueReader, SynonymRule } from '#shared/search/types.ts';
import type { CalendarService } from '../calendar/calendar-service.ts';
import type { CaseHandling, CaseIntake, CasePapers, CasePrivacy } from '../cases/case-ports.ts';
import type { ConsultationService } from '../consultations/consultation-service.ts';
import type { DeadlineService } from '../deadlines/deadline-service.ts';
import type { EventService } from '../deadlines/event-service.ts';
import type { FeedService } from '../feeds/feed-service.ts';
import type { GroupPreviewService } from '../group-preview/group-preview-service.ts';
import type { LintService } from '../lint/lint-service.ts';
import type { RegisterService } from '../registers/register-service.ts';
import type { ReportServices } from '../reports/report-services.ts';
import type { StatisticsService } from '../statistics/statistics-service.ts';
import type { TransferService } from '../transfers/transfer-service.ts';
import type { VoiceService } from '../voice/voice-service.ts';
import type { WithheldService } from '../withheld/withheld-service.ts';
import type { WorkflowService } from '../workflow/workflow-service.ts';
import type {
  AccountService,
  InvitationService,
  SecondFactorService,
  SingleSignOnService,
  StaffService,
} from './account-ports.ts';
import type { Actor } from './actor.ts';
import type { ImportService } from './import-service.ts';
import type { TreeService } from './tree-port.ts';

export type { AccountService, ActiveSession } from './account-ports.ts';
export type { Actor } from './actor.ts';
export type {
  ImportedFileReport,
  ImportProgress,
  ImportRequest,
  ImportService,
  ImportSource,
  ReadingChoice,
} from './import-service.ts';

/** Everything the hub serves is reached through this object; tests give fakes. */
export interface HubServices {
  readonly settings: HubSettings;
  /** Milliseconds since 1970; the only clock the HTTP side reads. */
  readonly now: () => number;
  /** Cryptographically strong random bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** For staff's eyes only: one line of the server's own log. */
  readonly log: (line: string, cause?: unknown) => void;
  readonly accounts: AccountService;
  readonly secondFactor: SecondFactorService;
  readonly invitations: InvitationService;
  readonly staff: StaffService;
  readonly singleSignOn: SingleSignOnService;
  readonly records: RecordService;
  readonly lint: LintService;
  readonly workflow: WorkflowService;
  readonly registers: RegisterService;
  readonly transfers: TransferService;
  readonly withheld: WithheldService;
  readonly caseIntake: CaseIntake;
  readonly casePrivacy: CasePrivacy;
  readonly caseHandling: CaseHandling;
  readonly casePapers: CasePapers;
  readonly voice: VoiceService;
  readonly consultations: ConsultationService;
  readonly venue: VenueService;
  readonly tree: TreeService;
  readonly synonyms: SynonymService;
  readonly calendar: CalendarService;
  readonly deadlines: DeadlineService;
  readonly events: EventService;
  readonly attachments: AttachmentService;
  readonly imports: ImportService;
  readonly publishing: PublishingService;
  readonly groupPreview: GroupPreviewService;
  readonly release: ReleaseAccess;
  readonly terminals: TerminalStore;
  readonly handoffLists: HandoffListStore;
  readonly feeds: FeedService;
  readonly audit: AuditService;
  readonly reports: ReportServices;
  readonly statistics: StatisticsService;
  readonly health: HealthService;
}

export interface HubSettings {
  /** What QR codes point at, without a trailing slash; empty for none. Cookies are `Secure` and HSTS is sent when it is https. */
  readonly publicUrl: string;
  /** Built pages (Vite's output). */
  readonly distDir: string;
  /** The published release: `metadata/` and `targets/`. */
  readonly releaseDir: string;
  /** Uploads in flight; emptied by `HubApp.start()`. */
  readonly incomingDir: string;
  /** Open data made from the current release. */
  readonly exportsDir: string;
  /** Further host names the staff's API answers to, besides the public URL's, IP addresses and local names. */
  readonly allowedHosts?: readonly string[];
  /** True when a reverse proxy in front sets `x-forwarded-for`; the last address in it is then the client's. */
  readonly isBehindProxy?: boolean;
}

/** An item of a bulk act that was left alone, and why. */
export interface SkippedItem {
  readonly id: string;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

export interface BulkResult {
  readonly done: number;
  readonly skipped: readonly SkippedItem[];
}

export interface RecordService {
  overview(): Promise<Omit<Overview, 'terminals'>>;
  list(query: RecordListQuery): Promise<RecordList>;
  /** Throws `not-found`. */
  detail(id: string): Promise<RecordDetail>;
  /** One version of it as it was stored. Throws `not-found`. */
  version(id: string, version: number): Promise<RecordVersion>;
  create(input: RecordInput, actor: Actor): Promise<RecordDetail>;
  /** Throws `not-found`, or `store.conflict` when `baseVersion` is not the newest. */
  update(id: string, input: RecordInput, baseVersion: number, actor: Actor): Promise<RecordDetail>;
  approve(ids: readonly string[], actor: Actor): Promise<BulkResult>;
  withdraw(ids: readonly string[], actor: Actor): Promise<BulkResult>;
  sanitise(html: string): { readonly html: string; readonly text: string };
  /** What became of the record with this hand-off code; null when no record ever had it. */
  codeHistory(code: string): Promise<CodeHistory | null>;
}

export interface CodeHistory {
  readonly withdrawnAt: IsoInstant | null;
  /** Code of the record that took its place, and of the one that took that one's, to the last. */
  readonly successorCode: string | null;
  /** When each version was made. */
  readonly versions: readonly { readonly version: number; readonly at: IsoInstant }[];
}

export interface VenueService {
  profile(): Promise<VenueProfile>;
  saveProfile(profile: VenueProfile, actor: Actor): Promise<void>;
  agencies(): Promise<readonly Agency[]>;
  createAgency(input: Omit<Agency, 'id'>, actor: Actor): Promise<Agency>;
  /** Throws `not-found`. */
  updateAgency(id: string, input: Omit<Agency, 'id'>, actor: Actor): Promise<Agency>;
  tree(): Promise<readonly TreeNode[]>;
  hall(): Promise<Hall>;
  /** Throws `hall.…` naming the first thing that cannot stay. */
  saveHall(hall: Hall, actor: Actor): Promise<void>;
}

export interface SynonymService {
  rules(): Promise<readonly SynonymRule[]>;
  /** Replaces the list. Throws `store.synonym-…` naming the first row that cannot stay, or `store.synonyms-too-many`. */
  save(rules: readonly SynonymRule[], actor: Actor): Promise<void>;
}

export interface AttachmentService {
  /** Takes over a finished upload: moves it to its content-addressed place, or drops it when already held. */
  adopt(upload: {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly name: string;
    readonly actor: Actor;
  }): Promise<void>;
  /** Where the bytes lie, whether or not they exist. `sha256` is 64 lower-case hex digits. */
  pathOf(sha256: string): string;
}

export const publishSteps = ['reading', 'building', 'signing', 'verifying', 'switching'] as const;
export type PublishStep = (typeof publishSteps)[number];

export interface PublishingService {
  preview(): Promise<PublishPreview>;
  publish(request: {
    readonly note: string;
    readonly actor: Actor;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: { step: PublishStep; done: number; total: number }) => void;
  }): Promise<PublishResult>;
  releases(): Promise<ReleaseList>;
  /** Signs a fresh timestamp for the current release; does nothing when there is none. */
  refreshTimestamp(): Promise<void>;
}

/** The current release, opened for reading. */
export interface OpenedRelease {
  readonly manifest: ReleaseManifest;
  readonly reader: CatalogueReader;
  close(): Promise<void>;
}

export interface ReleaseAccess {
  /** Version of the current release, read cheaply; null before the first publish. */
  currentVersion(): Promise<number | null>;
  open(): Promise<OpenedRelease>;
}

/** A terminal as the store keeps it. */
export interface StoredTerminal {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the bearer token, lower-case hex; the token itself is never stored. */
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly screen: string;
  readonly enrolledAt: IsoInstant;
  readonly lastSeenAt: IsoInstant | null;
  readonly report: StoredReport | null;
}

export interface StoredReport {
  readonly version: number | null;
  readonly contentAsOf: string | null;
  readonly lastSyncAt: string | null;
  readonly problem: { readonly at: string; readonly code: string } | null;
  readonly damagedBlocks: number;
  readonly usedBytes: number | null;
  readonly appVersion: string;
  /** What staff call the terminal, where they said. */
  readonly name?: string | undefined;
}

export interface TerminalStore {
  insert(terminal: StoredTerminal): Promise<void>;
  find(id: string): Promise<StoredTerminal | null>;
  saveReport(id: string, report: StoredReport, at: IsoInstant): Promise<void>;
  /** Oldest enrolment first. */
  all(): Promise<readonly StoredTerminal[]>;
}

/** Lists too long for one QR code, under short codes for as long as people need them. */
export interface HandoffListStore {
  /** Keeps a list and gives its code; the same list has the same code, and is kept on. */
  keep(records: readonly ListedRecord[]): Promise<{ readonly code: string; readonly expiresAt: IsoInstant }>;
  /** Null for a code nobody got, or whose time is over. */
  find(code: string): Promise<readonly ListedRecord[] | null>;
}

export interface AuditService {
  /** Newest first; `before` is an entry id. */
  list(query: { readonly before: number | null; readonly limit: number }): Promise<
    readonly {
      readonly id: number;
      readonly at: IsoInstant;
      readonly who: string;
      readonly action: string;
      readonly subject: string;
      readonly details: string;
    }[]
  >;
  append(entry: {
    readonly who: string;
    readonly action: string;
    readonly subject: string;
    readonly details: string;
  }): Promise<void>;
}

export interface HealthService {
  /** Each returns what is wrong, in words for the administrator's log; an empty list is sound. */
  store(): Promise<readonly string[]>;
  keys(): Promise<readonly string[]>;
  release(): Promise<readonly string[]>;
}
