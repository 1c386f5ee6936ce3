// Gathers everything the wall shows of the release in force, in few questions one after the other.
import type { CatalogueRecord, RecordKind } from '#shared/catalogue/record.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { FilterField, SearchResult } from '#shared/search/types.ts';
import { localToday } from '../components/notice-facts.tsx';
import type { KioskEngine } from '../engine/engine.ts';
import { countedAgencies, countedValues, countedYears, windowsOf } from './count-content.ts';
import { loadParagraphs } from './notice-paragraphs.ts';
import { selectNotices } from './select-notices.ts';
import type { WallContent, WallNotice, WallRegister, YearCounts } from './wall-content.ts';

/** Records of one kind that are looked through, newest first: periods of notices end, windows repeat. */
const mostRecords = 300;
const pageSize = 100;
const newestCount = 12;
const mostNotices = 12;
const mostRegisters = 60;

type Filters = Partial<Record<FilterField, readonly string[]>>;

/** Asks one engine for one load; `signal` ends it. */
class Questions {
  private readonly engine: KioskEngine;
  private readonly signal: AbortSignal;

  constructor(engine: KioskEngine, signal: AbortSignal) {
    this.engine = engine;
    this.signal = signal;
  }

  ask(filters: Filters, limit: number, offset = 0): Promise<SearchResult> {
    return this.engine.search({ text: '', filters, sort: 'date', offset, limit }, this.signal);
  }

  async newestOf(kinds: readonly RecordKind[], most: number): Promise<CatalogueRecord[]> {
    const records: CatalogueRecord[] = [];
    while (records.length < most) {
      const limit = Math.min(pageSize, most - records.length);
      const { hits } = await this.ask({ kind: kinds }, limit, records.length);
      records.push(...hits.map(({ record }) => record));
      if (hits.length < limit) break;
    }
    return records;
  }

  async notices(today: string): Promise<WallNotice[]> {
    const chosen = selectNotices(await this.newestOf(['notice'], mostRecords), today, mostNotices);
    const notices: WallNotice[] = [];
    for (const { record } of chosen) {
      notices.push({ record, paragraphs: await loadParagraphs(this.engine, record, this.signal) });
    }
    return notices;
  }

  async year(year: string | undefined, { agencies }: ReleaseManifest): Promise<YearCounts | null> {
    if (year === undefined) return null;
    const { facets, facetsAreEstimates } = await this.ask({ year: [year] }, 1);
    return {
      year,
      agencies: countedAgencies(facets.agency, agencies),
      topics: countedValues(facets.topic),
      isEstimate: facetsAreEstimates,
    };
  }
}

const hasFigures = ({ details }: WallRegister) =>
  details.views.some(({ view }) => view === 'ranking' || view === 'chart');

function withFigures(records: readonly CatalogueRecord[]): WallRegister[] {
  return records
    .flatMap((record) => (record.details?.type === 'register' ? [{ record, details: record.details }] : []))
    .filter(hasFigures);
}

/** Throws what the engine throws; half an answer is none. */
export async function loadWallContent(
  engine: KioskEngine,
  manifest: ReleaseManifest,
  at: Date,
  signal: AbortSignal,
): Promise<WallContent> {
  const questions = new Questions(engine, signal);
  const today = localToday(at);
  const everything = await questions.ask({}, 1);
  const years = countedYears(everything.facets.year, at.getFullYear());
  const guides = await questions.ask({ kind: ['guide'] }, 1);
  return {
    manifest,
    today,
    notices: await questions.notices(today),
    newest: await questions.newestOf(['document', 'page'], newestCount),
    year: await questions.year(years.at(-1)?.name, manifest),
    years,
    topics: countedValues(everything.facets.topic),
    guideAgencies: countedAgencies(guides.facets.agency, manifest.agencies),
    windows: windowsOf(await questions.newestOf(['guide'], mostRecords)),
    registers:
      manifest.byKind.register > 0 ? withFigures(await questions.newestOf(['register'], mostRegisters)) : [],
    isEstimate: everything.facetsAreEstimates,
  };
}
