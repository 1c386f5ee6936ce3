// What a bulletin counts: every fact behind every count, so that a number can be opened.
import { sql } from 'kysely';
import type { BulletinFigures, ScoreFact } from '#shared/protocol/bulletins-api.ts';
import type { Period } from '#shared/reports/period.ts';
import { nextDay, startOfDay } from '#shared/reports/report-table.ts';
import { type Counts, measures, rank, type ScoreRules, score } from '#shared/reports/score.ts';
import type { Database } from '../../store/tables.ts';
import { loadMatters } from '../coverage.ts';
import type { DutySource } from './duty-source.ts';

/** Scores of all agencies for a period by these rules, with the facts behind them. */
export async function measurePeriod(
  db: Database,
  period: Period,
  rules: ScoreRules,
  nowMs: number,
  duties: DutySource,
): Promise<BulletinFigures> {
  const known = await duties(db, period, nowMs);
  const facts = [
    ...(await publishedFacts(db, period)),
    ...known.facts,
    ...(await uncoveredFacts(db)),
    ...(await adoptedFacts(db, period)),
  ];
  const agencies = await db
    .selectFrom('agencies')
    .select(['id', 'name'])
    .orderBy('sort_order')
    .orderBy('id')
    .execute();
  const byAgency = Map.groupBy(facts, ({ agencyId }) => agencyId);
  const scored = agencies.map(({ id, name }) => ({
    agencyId: id,
    agencyName: name,
    ...score(rules, countsOf(byAgency.get(id) ?? [])),
  }));
  const madeAt = new Date(nowMs).toISOString();
  return { rules, agencies: rank(scored), facts, isDutyKnown: known.isKnown, madeAt };
}

function countsOf(facts: readonly ScoreFact[]): Counts {
  const counts = Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<string, number>;
  for (const { measure } of facts) counts[measure] = (counts[measure] ?? 0) + 1;
  return counts as Counts;
}

interface FactRow {
  readonly id: string;
  readonly agencyId: string;
  readonly title: string;
  readonly at: string;
}

/** Records that a release of the period was the first to carry. */
async function publishedFacts(db: Database, { from, to }: Period): Promise<readonly ScoreFact[]> {
  const { rows } = await sql<FactRow>`
    select record.id, record.agency_id as agencyId, record.title, release.published_at as at
    from publications as event
      join releases as release on release.version = event.release_version
      join records as record on record.id = event.item_id
    where release.published_at >= ${startOfDay(from)} and release.published_at < ${startOfDay(nextDay(to))}
      and record.kind <> 'matter' and event.version is not null
      and not exists (select 1 from publications as earlier where earlier.item_id = event.item_id
        and earlier.release_version < event.release_version and earlier.version is not null)
    order by release.version, record.id`.execute(db);
  return rows.map(({ id, ...fact }) => ({
    ...fact,
    measure: 'published',
    link: { kind: 'record', id },
    note: '',
  }));
}

/** Matters nothing public fulfils at present. */
async function uncoveredFacts(db: Database): Promise<readonly ScoreFact[]> {
  const matters = await loadMatters(db, null);
  return matters
    .filter(({ records }) => records === 0)
    .map(({ id, agencyId, title, limit }) => ({
      ...{ agencyId, title, measure: 'uncovered', at: null },
      link: { kind: 'record', id },
      note: limit ?? '',
    }));
}

/** Opinions an agency adopted, by the day they were answered or else received. */
async function adoptedFacts(db: Database, { from, to }: Period): Promise<readonly ScoreFact[]> {
  const { rows } = await sql<FactRow & { readonly number: string }>`
    select entry.id, entry.agency_id as agencyId, entry.number,
      substr(json_extract(version.content_json, '$.content.content'), 1, 60) as title,
      coalesce(json_extract(version.content_json, '$.content.repliedOn'), entry.date) as at
    from ledger_entries as entry
      join ledger_entry_versions as version
        on version.entry_id = entry.id and version.version = entry.version
    where entry.ledger = 'opinions' and entry.is_void = 0 and entry.agency_id is not null
      and json_extract(version.content_json, '$.content.outcome') = 'adopted'
      and coalesce(json_extract(version.content_json, '$.content.repliedOn'), entry.date) between ${from} and ${to}
    order by entry.id`.execute(db);
  return rows.map(({ id, agencyId, title, at, number }) => ({
    ...{ agencyId, title, measure: 'adopted', at, note: number },
    link: { kind: 'entry', id },
  }));
}
