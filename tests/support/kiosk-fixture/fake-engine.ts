// An engine in memory: the fixture's records behind the face the screens know, in the state a test asks for.
import { signal } from '@preact/signals';
import type { EngineStatus, KioskEngine, TerminalSettings } from '#kiosk/engine/engine.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { type KeypadAnswer, suggest } from '#shared/search/keypad/suggest.ts';
import { suggestWithin, type WithinAnswer } from '#shared/search/keypad/suggest-within.ts';
import { normalisedText } from '#shared/search/normalise.ts';
import type { SearchQuery, SearchResult } from '#shared/search/types.ts';
import { memoryOutbox } from '../memory-outbox.ts';
import { makeBomb, makeTable, makeWord } from './fixture-archives.ts';
import { makeChanges } from './fixture-changes.ts';
import { makePdf, makePicture } from './fixture-files.ts';
import { type FixtureRecord, files } from './fixture-records.ts';
import { registerRecords } from './fixture-registers.ts';
import { longGuide } from './long-guide.ts';
import { allRecords } from './many-records.ts';
import { naiveKeypad } from './naive-keypad.ts';
import { naiveSearch } from './naive-search.ts';
import { agencies, tree, venue } from './venue.ts';

const ready: EngineStatus = {
  phase: 'ready',
  version: 42,
  shownSince: 0,
  contentAsOf: '2026-11-20T10:00:00Z',
  previousVersion: 41,
  isHubReachable: true,
  isOfflineReady: true,
  isMetadataExpired: false,
  sync: { step: 'idle', doneBytes: 0, totalBytes: 0 },
  lastSyncAt: '2026-11-21T23:30:00Z',
  lastProblem: null,
  damagedBlocks: 0,
  terminalId: 'T-7Q2M',
  usedBytes: 48_300_000,
  isUpdateWaiting: false,
  heldBackVersion: null,
};

const problem = {
  at: '2026-11-21T22:10:00Z',
  error: { code: 'kiosk.hub-unreachable', details: {} },
} as const;

/** States of a terminal, by the names tests use. */
const scenarios: Readonly<Record<string, Partial<EngineStatus>>> = {
  ready: {},
  offline: { isHubReachable: false, lastProblem: problem, isMetadataExpired: true, damagedBlocks: 2 },
  starting: { phase: 'starting', version: null, contentAsOf: null, isOfflineReady: false },
  empty: {
    phase: 'empty',
    version: null,
    contentAsOf: null,
    previousVersion: null,
    isOfflineReady: false,
    sync: { step: 'downloading', doneBytes: 14_800_000, totalBytes: 48_300_000 },
  },
  unpublished: {
    phase: 'empty',
    version: null,
    contentAsOf: null,
    previousVersion: null,
    isOfflineReady: false,
    lastProblem: {
      at: '2026-11-21T22:10:00Z',
      error: { code: 'release.file-missing', details: { file: 'metadata/1.root.json' } },
    },
    lastSyncAt: null,
  },
  unreachable: {
    phase: 'empty',
    version: null,
    contentAsOf: null,
    previousVersion: null,
    isHubReachable: false,
    isOfflineReady: false,
    lastProblem: problem,
    lastSyncAt: null,
  },
};

/** What QR codes point at, by scenario: nothing, or a machine only the hall's own network reaches. */
const publicUrls: Readonly<Record<string, string>> = { nowhere: '', hallOnly: 'http://192.168.8.20:8080' };

function manifestOf(records: readonly FixtureRecord[], scenario: string): ReleaseManifest {
  const count = (kind: CatalogueRecord['kind']) =>
    records.filter(({ record }) => record.kind === kind).length;
  return {
    format: 1,
    version: 42,
    publishedAt: '2026-11-20T10:00:00Z',
    note: '',
    publicUrl: publicUrls[scenario] ?? 'http://hub.linxi.example:8080',
    venue,
    agencies: records.length > 0 ? agencies : [],
    tree: records.length > 0 ? tree : [],
    synonyms: [],
    records: records.length,
    byKind: {
      document: count('document'),
      guide: count('guide'),
      notice: count('notice'),
      matter: count('matter'),
      page: count('page'),
      register: count('register'),
      entry: count('entry'),
    },
    segments: [],
    attachments: [],
  };
}

/** Registers come beside all else, so that what other tests count stays as it is. */
function recordsFor(scenario: string): readonly FixtureRecord[] {
  if (scenario === 'nothing') return [];
  return scenario === 'registers' ? [...allRecords, ...registerRecords()] : allRecords;
}

/** Answers as only a large catalogue gives them, for words the tests know. */
function asAnArchive(query: SearchQuery, found: SearchResult): SearchResult {
  if (query.text === '低保') {
    const other = naiveSearch(allRecords, { ...query, text: '最低生活保障' });
    return { ...other, alsoSearched: ['最低生活保障'], matched: 'whole' };
  }
  if (query.text === '预蒜') {
    return { ...naiveSearch(allRecords, { ...query, text: '预算' }), matched: 'sounds' };
  }
  if (query.text === '的')
    return { ...found, total: 10_000, totalIsLowerBound: true, facetsAreEstimates: true };
  return found;
}

const settingsKey = 'fixture.settings';

/** As lasting as the real ones, but only for this test's page. */
const sessionSettings: TerminalSettings = {
  load: async () => JSON.parse(sessionStorage.getItem(settingsKey) ?? '{}') as object,
  persist: async (changes) => {
    const kept = { ...(JSON.parse(sessionStorage.getItem(settingsKey) ?? '{}') as object), ...changes };
    const entries = Object.entries(kept).filter(([, value]) => value !== null);
    sessionStorage.setItem(settingsKey, JSON.stringify(Object.fromEntries(entries)));
  },
};

export class FakeEngine implements KioskEngine {
  readonly status;
  readonly manifest;
  readonly noticesAhead = signal<readonly CatalogueRecord[]>([]);
  readonly settings = sessionSettings;
  readonly outbox = memoryOutbox();
  /** How often a visit ended. */
  leftCount = 0;
  syncCount = 0;
  private readonly records: readonly FixtureRecord[];
  private readonly isBroken: boolean;

  constructor(scenario: string) {
    const status = { ...ready, ...scenarios[scenario] };
    this.records = recordsFor(scenario);
    this.isBroken = scenario === 'broken';
    this.status = signal<EngineStatus>(status);
    this.manifest = signal(status.phase === 'ready' ? manifestOf(this.records, scenario) : null);
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    if (this.isBroken)
      throw new AppError('search.block-damaged', { segment: 's1', section: 'terms', block: 3 });
    return asAnArchive(query, naiveSearch(this.records, query));
  }

  async keypad(text: string, filters: SearchQuery['filters']): Promise<KeypadAnswer> {
    return suggest(naiveKeypad(this.records, filters), text);
  }

  async finds(texts: readonly string[], filters: SearchQuery['filters']): Promise<boolean[]> {
    const { count } = naiveKeypad(this.records, filters);
    return Promise.all(texts.map(async (text) => (await count(text)).total > 0));
  }

  async keypadWithin(passages: readonly string[], letters: string): Promise<WithinAnswer> {
    return suggestWithin(naiveKeypad(this.records).readings, passages.map(normalisedText), letters);
  }

  async recordByCode(code: string): Promise<CatalogueRecord | null> {
    return this.records.find(({ record }) => record.code === code)?.record ?? null;
  }

  async time(): Promise<number> {
    return Date.now();
  }

  async record(id: string): Promise<CatalogueRecord | null> {
    if (id === 'throws') throw new AppError('internal');
    if (id === longGuide.id) return longGuide;
    return this.find(id)?.record ?? null;
  }

  async bodyPart(id: string, part: number): Promise<string> {
    const html = this.find(id)?.parts[part];
    if (html === undefined) throw new AppError('not-found', { what: id });
    return html;
  }

  async attachment(sha256: string): Promise<Blob> {
    if (sha256 === files.pdf.sha256)
      return makePdf(['区级部门收支预算总表', '一般公共预算支出表', '“三公”经费预算表']);
    if (sha256 === files.word.sha256) return makeWord();
    if (sha256 === files.table.sha256) return makeTable(2_400);
    if (sha256 === files.bomb.sha256) return await makeBomb();
    if (sha256 === files.changes.sha256) return new Blob([JSON.stringify(makeChanges())]);
    if (sha256 === files.picture.sha256) return await makePicture();
    if (sha256 === files.text.sha256)
      return new Blob(['本目录下的表格以万元为单位。\n如有疑问请联系区财政局预算科。']);
    throw new AppError('kiosk.attachment-missing');
  }

  /** The hub keeps lists under one code; without a hub there is none. */
  async keepList(): Promise<string> {
    if (!this.status.value.isHubReachable) throw new AppError('kiosk.hub-unreachable');
    return '7Q2MK9X4';
  }

  async showNewest(): Promise<void> {
    this.noticesAhead.value = [];
  }

  async installPack(file: Blob): Promise<number | null> {
    if (file.size < 512) throw new AppError('pack.not-a-pack');
    return 43;
  }

  async showGeneration(generation: 'current' | 'previous'): Promise<void> {
    const isBack = generation === 'previous';
    const { version } = ready;
    this.status.value = {
      ...this.status.value,
      version: isBack ? 41 : version,
      heldBackVersion: isBack ? version : null,
    };
  }

  async syncNow(): Promise<void> {
    this.syncCount += 1;
  }

  visitorLeft(): void {
    this.leftCount += 1;
  }

  private find(id: string): FixtureRecord | undefined {
    return this.records.find(({ record }) => record.id === id);
  }
}
