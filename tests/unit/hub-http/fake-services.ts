// Fakes of everything the hub's HTTP side is given, so that its own behaviour can be tested without a store.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import type {
  CodeHistory,
  HubServices,
  HubSettings,
  ImportRequest,
  StoredTerminal,
} from '#hub/http/hub-services.ts';
import { founderRoles, parseRoles } from '#shared/accounts/roles.ts';
import { defaultPolicy } from '#shared/calendar/rule-due.ts';
import { emptyHall } from '#shared/catalogue/hall-plan.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { RecordDetail, RecordInput } from '#shared/protocol/hub-api.ts';
import { fakeAccountWork } from './fake-account-work.ts';
import { agency, type FakeEntry, fakeRelease } from './fake-release.ts';
import { fakeReports } from './fake-reports.ts';
import { fakeWorkflow } from './fake-workflow.ts';

export const goodToken = 'token-of-the-administrator-0001';
const roleTokenStart = 'token-of-role-';
/** The cookie's secret of somebody who holds this one role. */
export const tokenOfRole = (role: string) => `${roleTokenStart}${role}`;
export const csrfToken = 'csrf-0123456789abcdef';

/** What a test may look at and change behind the hub's back. */
export interface FakeHub {
  readonly hub: Hub;
  readonly services: HubServices;
  readonly folder: string;
  readonly audit: { who: string; action: string; subject: string; details: string }[];
  readonly terminals: Map<string, StoredTerminal>;
  readonly logged: string[];
  readonly state: {
    nowMs: number;
    version: number | null;
    entries: readonly FakeEntry[];
    histories: Map<string, CodeHistory>;
    sessions: Set<string>;
    /** What the import service does when it is run. */
    importRun: (request: ImportRequest) => ReturnType<HubServices['imports']['run']>;
    publish: HubServices['publishing']['publish'];
    health: { store: string[]; keys: string[]; release: string[] };
    opened: ReturnType<typeof fakeRelease>[];
    refreshed: number;
  };
  remove(): void;
}

/** Makes a hub on fakes in a folder of its own; call `remove()` when done. */
export function fakeHub(settings: Partial<HubSettings> = {}): FakeHub {
  const folder = mkdtempSync(join(tmpdir(), 'mingchuang-http-'));
  const audit: FakeHub['audit'] = [];
  const terminals: FakeHub['terminals'] = new Map();
  const logged: string[] = [];
  const state: FakeHub['state'] = {
    nowMs: Date.parse('2026-11-21T02:00:00Z'),
    version: 3,
    entries: [],
    histories: new Map(),
    sessions: new Set([goodToken]),
    importRun: async () => [],
    publish: async () => ({ ...noPublish, version: 4 }),
    health: { store: [], keys: [], release: [] },
    opened: [],
    refreshed: 0,
  };
  const full: HubSettings = {
    publicUrl: 'http://localhost:8080',
    distDir: join(folder, 'dist'),
    releaseDir: join(folder, 'release'),
    incomingDir: join(folder, 'incoming'),
    exportsDir: join(folder, 'exports'),
    ...settings,
  };
  const services: HubServices = {
    settings: full,
    now: () => state.nowMs,
    randomBytes: countingBytes(),
    log: (line) => logged.push(line),
    accounts: fakeAccounts(state),
    ...fakeAccountWork(),
    records: fakeRecords(state),
    lint: fakeLint(),
    workflow: fakeWorkflow(),
    registers: fakeRegisters(),
    transfers: fakeNothing(),
    withheld: fakeNothing(),
    caseIntake: fakeNothing<HubServices['caseIntake']>({ sweepUploads: async () => ({ removed: 0 }) }),
    casePrivacy: fakeNothing<HubServices['casePrivacy']>({ retain: async () => ({ erased: 0 }) }),
    caseHandling: fakeNothing(),
    casePapers: fakeNothing(),
    voice: fakeNothing(),
    consultations: fakeNothing(),
    venue: fakeVenue(),
    tree: fakeTree(),
    synonyms: fakeSynonyms(),
    calendar: fakeCalendar(),
    deadlines: fakeDeadlines(),
    events: fakeEvents(),
    attachments: {
      pathOf: (sha256) => join(folder, 'attachments', sha256),
      async adopt({ path, sha256 }) {
        await mkdir(join(folder, 'attachments'), { recursive: true });
        await rename(path, join(folder, 'attachments', sha256));
      },
    },
    imports: { run: (request) => state.importRun(request), fields: noFields },
    groupPreview: {
      keyOf: async () => {
        throw new AppError('not-found', { what: 'x1' });
      },
      open: async () => {
        throw new AppError('not-found', { what: 'x1' });
      },
      sweep: async () => {},
    },
    publishing: {
      preview: async () => ({
        nextVersion: 4,
        added: 0,
        changed: 0,
        removed: 0,
        awaitingReview: 0,
        settings: [],
        items: [],
      }),
      publish: (request) => state.publish(request),
      releases: async () => ({ releases: [] }),
      async refreshTimestamp() {
        state.refreshed += 1;
      },
    },
    release: {
      currentVersion: async () => state.version,
      async open() {
        const opened = fakeRelease(state.version ?? 0, state.entries, full.publicUrl);
        state.opened.push(opened);
        return opened;
      },
    },
    terminals: {
      insert: async (terminal) => void terminals.set(terminal.id, terminal),
      find: async (id) => terminals.get(id) ?? null,
      async saveReport(id, report, at) {
        const terminal = terminals.get(id);
        if (terminal !== undefined) terminals.set(id, { ...terminal, report, lastSeenAt: at });
      },
      all: async () => [...terminals.values()],
    },
    handoffLists: fakeHandoffLists(),
    feeds: fakeFeeds(),
    audit: { list: async () => [], append: async (note) => void audit.push({ ...note }) },
    reports: fakeReports(),
    statistics: fakeNothing(),
    health: {
      store: async () => state.health.store,
      keys: async () => state.health.keys,
      release: async () => state.health.release,
    },
  };
  const hub = createHub(services, () => () => undefined);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { hub, services, folder, audit, terminals, logged, state, remove };
}

/** A service that holds nothing: whatever it is asked for is not there, but for what it is said to know. */
function fakeNothing<T extends object>(known: { readonly [Name in keyof T]?: T[Name] } = {}): T {
  const answer = () => Promise.reject(new AppError('not-found', { what: '' }));
  return new Proxy({} as T, { get: (_, name) => known[name as keyof T] ?? answer });
}

/** No portal is connected, and no token is good. */
function fakeFeeds(): HubServices['feeds'] {
  const missing = async () => {
    throw new AppError('not-found', { what: 'feed' });
  };
  return {
    sources: async () => [],
    create: missing,
    update: missing,
    remove: missing,
    preview: missing,
    pollNow: missing,
    pollDue: async () => 0,
    pollAll: async () => 0,
    missing,
    originOf: async () => null,
    tokens: async () => [],
    createToken: missing,
    revokeToken: missing,
    async pusherOf() {
      throw new AppError('feeds.bad-token');
    },
    push: missing,
    close: async () => {},
  };
}

function fakeHandoffLists(): HubServices['handoffLists'] {
  const lists = new Map<string, Parameters<HubServices['handoffLists']['keep']>[0]>();
  return {
    async keep(records) {
      const code = `KEPT${String(lists.size + 1).padStart(4, '0')}`;
      lists.set(code, records);
      return { code, expiresAt: '2026-12-21T02:00:00.000Z' };
    },
    find: async (code) => lists.get(code) ?? null,
  };
}

const noPublish = {
  version: 0,
  records: 0,
  byKind: { document: 0, guide: 0, notice: 0, matter: 0, page: 0, register: 0, entry: 0 },
  files: 0,
  bytes: 0,
  newFiles: 0,
  newBytes: 0,
};
const noFields = { matters: [], documents: [], guides: [], notices: [], pages: [], register: [] };

/** Different bytes every time, the same in every run. */
function countingBytes(): (length: number) => Uint8Array {
  let count = 0;
  return (length) => {
    count += 1;
    return createHash('sha512').update(String(count)).digest().subarray(0, length);
  };
}

function fakeAccounts(state: FakeHub['state']): HubServices['accounts'] {
  const account = { id: 'u1', name: 'admin', displayName: '管理员', roles: founderRoles, agencyId: null };
  const active = { id: 's1', account, csrfToken, needsSecondFactor: false };
  let failures = 0;
  return {
    async signIn({ name, password }) {
      if (failures >= 5) throw new AppError('http.too-many-requests', { retryAfterSeconds: 60 });
      if (name !== 'admin' || password !== 'correct horse') {
        failures += 1;
        throw new AppError('http.not-signed-in');
      }
      return { token: goodToken, session: active, maxAgeSeconds: 28_800 };
    },
    async sessionOf(token) {
      if (!state.sessions.has(token) && !token.startsWith(roleTokenStart)) return null;
      const role = token.startsWith(roleTokenStart) ? token.slice(roleTokenStart.length) : null;
      if (role !== null) return { ...active, id: 's2', account: { ...account, roles: parseRoles(role) } };
      return active;
    },
    async sessionsOf() {
      const at = '2026-11-21T01:00:00Z';
      return [{ id: 's1', createdAt: at, lastSeenAt: at, userAgent: 'test' }];
    },
    async revoke(_actor, id) {
      return id === 's1' && state.sessions.delete(goodToken);
    },
    async changePassword() {},
  };
}

export const recordInput: RecordInput = {
  kind: 'document',
  title: '标题',
  agencyId: agency.id,
  docNo: null,
  indexNo: null,
  date: '2026-01-01',
  publishedOn: null,
  topic: null,
  genre: null,
  nodeId: null,
  matterId: null,
  summary: '',
  keywords: [],
  validity: 'unknown',
  expiresOn: null,
  shown: null,
  bodyHtml: '',
  details: null,
  attachments: [],
};

function detailOf(content: RecordInput): RecordDetail {
  const at = '2026-11-21T01:00:00Z';
  return {
    id: 'r1',
    code: 'K7M2Q9X4',
    version: 1,
    state: 'draft',
    approvedVersion: null,
    publishedVersion: null,
    content,
    agencyName: agency.name,
    updatedAt: at,
    updatedBy: 'admin',
    versions: [],
  };
}

async function missing(): Promise<never> {
  throw new AppError('not-found', { what: '' });
}

function fakeRegisters(): HubServices['registers'] {
  return {
    list: async () => [],
    detail: missing,
    create: missing,
    update: missing,
    findings: missing,
    decide: missing,
    rows: async () => ({ rows: [], totals: [], next: null }),
    addRow: missing,
    updateRow: missing,
    removeRow: missing,
    history: missing,
    addTotal: missing,
    updateTotal: missing,
    removeTotal: missing,
    totalSums: missing,
    faults: missing,
  };
}

function fakeRecords(state: FakeHub['state']): HubServices['records'] {
  return {
    overview: async () => ({
      counts: {
        total: 0,
        published: 0,
        awaitingReview: 0,
        withdrawn: 0,
        byKind: { document: 0, guide: 0, notice: 0, matter: 0, page: 0 },
      },
      release: null,
      registers: { total: 0, waiting: 0, entries: 0 },
      findings: async () => {
        throw new AppError('not-found', { what: 'x1' });
      },
      pending: { added: 0, changed: 0, removed: 0 },
      recent: [],
    }),
    list: async () => ({ total: 0, records: [], next: null }),
    async detail(id) {
      if (id !== 'r1') throw new AppError('not-found', { what: id });
      return detailOf(recordInput);
    },
    version: async (id) => {
      throw new AppError('not-found', { what: id });
    },
    create: async (input) => detailOf(input),
    update: async (_id, input) => detailOf(input),
    approve: async (ids) => ({
      done: ids.length - 1,
      skipped: [{ id: 'x', code: 'not-found', details: { what: 'x' } }],
    }),
    withdraw: async (ids) => ({ done: ids.length, skipped: [] }),
    sanitise: (html) => ({ html: html.replace(/<[^>]*>/g, ''), text: html }),
    codeHistory: async (code) => state.histories.get(code) ?? null,
  };
}

/** Nothing was ever found. */
function fakeLint(): HubServices['lint'] {
  const nothing = { version: 1, state: 'done', checkedAt: null, open: 0, findings: [], mended: [] } as const;
  const view = async () => ({ ...nothing, findings: [], mended: [] });
  return {
    findings: view,
    check: view,
    answer: view,
    waiting: async () => ({ total: 0, records: [], next: null }),
    sheet: async (id) => {
      throw new AppError('not-found', { what: id });
    },
    schedule() {},
    sweep() {},
    ensure: async () => {},
    close: async () => {},
  };
}

function fakeVenue(): HubServices['venue'] {
  const profile = {
    name: '馆',
    region: '区',
    address: null,
    phone: null,
    hours: null,
    supervisionPhone: null,
  };
  return {
    profile: async () => profile,
    saveProfile: async () => undefined,
    agencies: async () => [agency],
    createAgency: async (input) => ({ ...input, id: 'a2' }),
    updateAgency: async (id, input) => ({ ...input, id }),
    tree: async () => [],
    hall: async () => emptyHall,
    saveHall: async () => {},
  };
}

/** Writes a file below the fake hub's folder. */
export async function place(fake: FakeHub, path: string, content: string | Uint8Array): Promise<void> {
  const full = join(fake.folder, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, content);
}

/** Headers of a signed-in request, with or without the CSRF token. */
export function signedIn(token = goodToken, csrf: string | null = csrfToken): Record<string, string> {
  return { cookie: `mingchuang=${token}`, ...(csrf === null ? {} : { 'x-csrf-token': csrf }) };
}

/** A JSON request. */
export function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}

/** Nothing hangs anywhere and nothing can be installed. */
function fakeTree(): HubServices['tree'] {
  const nothing = { nodes: 0, matters: 0, keptNodes: 0, keptMatters: 0 };
  return {
    counts: async () => [],
    matters: async () => ({ total: 0, matters: [] }),
    add: async () => {},
    change: async () => {},
    move: async () => {},
    remove: async () => {},
    templates: () => [],
    preview: async () => nothing,
    install: async () => nothing,
  };
}

function fakeCalendar(): HubServices['calendar'] {
  return {
    calendar: async () => ({ today: '2026-11-21', notices: [], missingYear: null }),
    preview: async () => ({ notices: [] }),
    save: async () => undefined,
  };
}

function fakeDeadlines(): HubServices['deadlines'] {
  const empty = { total: 0, items: [], next: null };
  return {
    summary: async () => ({
      today: '2026-11-21',
      soonUntil: '2026-11-27',
      ...{ overdue: 0, soon: 0, stale: 0, uncounted: [], pending: 0, missingYear: null },
    }),
    owed: async () => empty,
    escalation: async () => [],
    stale: async () => empty,
    explain: async ({ subject }) => {
      throw new AppError('not-found', { what: subject });
    },
    policy: async () => defaultPolicy,
    savePolicy: async () => undefined,
    confirmContacts: async () => undefined,
    refresh: async () => 0,
  };
}

function fakeEvents(): HubServices['events'] {
  const none = async () => ({ events: [], isCounted: true });
  return { list: none, add: none, change: none, remove: none };
}

function fakeSynonyms(): HubServices['synonyms'] {
  let kept: Awaited<ReturnType<HubServices['synonyms']['rules']>> = [];
  return {
    rules: async () => kept,
    async save(rules) {
      kept = rules;
    },
  };
}
