// 公开事项登记簿: every matter, and what was published under it, when and by whom, release by release.
import { sql } from 'kysely';
import type { Language } from '#shared/errors/app-error.ts';
import type { ReportRow } from '#shared/reports/report-table.ts';
import type { Database } from '../../store/tables.ts';
import { agenciesOf, boundsOf, type LedgerAgency, type LedgerScope } from './ledger-scope.ts';

interface MatterRow {
  readonly id: string;
  readonly title: string;
  readonly node: string | null;
  readonly limit: string | null;
}

interface EventRow {
  readonly item: string;
  readonly matter: string | null;
  readonly title: string;
  readonly docNo: string | null;
  readonly date: string | null;
  readonly version: number | null;
  readonly hadBefore: number;
  readonly release: number;
  readonly publishedAt: string;
  readonly writer: string | null;
  readonly approver: string | null;
  readonly publisher: string;
}

const words = {
  'zh-CN': {
    first: '首次公开',
    again: '更新',
    removed: '撤下',
    none: '（期间内没有公开内容）',
    noMatter: '（未对应公开事项）',
  },
  en: {
    first: 'First published',
    again: 'Updated',
    removed: 'Taken out',
    none: '(nothing published in the period)',
    noMatter: '(of no matter)',
  },
} as const satisfies Record<Language, object>;

/** The rows, an agency at a time. */
export async function* publicationRows(db: Database, scope: LedgerScope): AsyncGenerator<ReportRow[]> {
  let serial = 0;
  for (const agency of await agenciesOf(db, scope)) {
    const rows = await rowsOfAgency(db, scope, agency);
    yield rows.map(({ cells, link }) => {
      serial += 1;
      return { cells: [serial, ...cells], link };
    });
  }
}

async function rowsOfAgency(db: Database, scope: LedgerScope, agency: LedgerAgency): Promise<ReportRow[]> {
  const matters = await loadMatters(db, agency.id);
  const events = Map.groupBy(await loadEvents(db, scope, agency.id), ({ matter }) => matter);
  const known = new Set(matters.map(({ id }) => id));
  const rows: ReportRow[] = [];
  for (const matter of matters) {
    const own = events.get(matter.id) ?? [];
    rows.push(
      ...(own.length === 0
        ? [emptyRow(scope, agency, matter)]
        : own.map((event) => eventRow(scope, agency, matter, event))),
    );
  }
  // Records of another agency's matter, and of none.
  for (const [id, rest] of events) {
    if (id === null || !known.has(id))
      rows.push(...rest.map((event) => eventRow(scope, agency, null, event)));
  }
  return rows;
}

function emptyRow(
  { language }: LedgerScope,
  agency: LedgerAgency,
  { id, title, node, limit }: MatterRow,
): ReportRow {
  const { none } = words[language];
  const nothing = [null, null, null, null, null, null, null, null];
  return { cells: [agency.name, title, node, limit, none, ...nothing], link: { kind: 'record', id } };
}

function eventRow(
  { language }: LedgerScope,
  agency: LedgerAgency,
  matter: MatterRow | null,
  event: EventRow,
): ReportRow {
  const { first, again, removed, noMatter } = words[language];
  const what = event.version === null ? removed : event.hadBefore === 0 ? first : again;
  const { title, docNo, date, release, publishedAt, writer, approver, publisher } = event;
  return {
    cells: [
      ...[agency.name, matter?.title ?? noMatter, matter?.node ?? null, matter?.limit ?? null],
      ...[title, docNo, date, what, release, publishedAt, writer, approver, publisher],
    ],
    link: { kind: 'record', id: event.item },
  };
}

async function loadMatters(db: Database, agencyId: string): Promise<readonly MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select record.id, record.title, node.title as node,
      json_extract(version.content_json, '$.details.deadline.text') as "limit"
    from records as record
      join record_versions as version on version.record_id = record.id and version.version = record.version
      left join tree_nodes as node on node.id = record.node_id
    where record.agency_id = ${agencyId} and record.kind = 'matter' and record.state <> 'withdrawn'
    order by node.sort_order, node.id, record.title, record.id`.execute(db);
  return rows;
}

/** What releases of the period brought, changed or took out; matters themselves are not counted. */
async function loadEvents(db: Database, scope: LedgerScope, agencyId: string): Promise<readonly EventRow[]> {
  const { from, before } = boundsOf(scope);
  const { rows } = await sql<EventRow>`
    select record.id as item, record.matter_id as matter,
      coalesce(json_extract(version.content_json, '$.title'), record.title) as title,
      record.doc_no as docNo, record.date as date, event.version as version,
      exists (select 1 from publications as earlier
        where earlier.item_id = event.item_id and earlier.release_version < event.release_version
          and earlier.version is not null) as hadBefore,
      release.version as "release", release.published_at as publishedAt, version.who as writer,
      event.approved_by as approver, release.who as publisher
    from records as record
      join publications as event on event.item_id = record.id
      join releases as release on release.version = event.release_version
      left join record_versions as version
        on version.record_id = record.id and version.version = event.version
    where record.agency_id = ${agencyId} and record.kind <> 'matter'
      and release.published_at >= ${from} and release.published_at < ${before}
    order by release.version, record.id`.execute(db);
  return rows;
}
