// The figures of Table 1 the store itself knows: documents issued, repealed and in force, by their dates and validity.
import { sql } from 'kysely';
import type { KnownFigures } from '#shared/reports/annual-content.ts';
import { article20Id } from '../../editorial/default-tree.ts';
import type { Database } from '../../store/tables.ts';

interface DocumentRow {
  readonly docNo: string | null;
  readonly genre: string | null;
  readonly date: string;
  readonly isEnded: number;
  readonly endedOn: string | null;
}

/** Documents under 第二十条第（一）项 are rules where they were issued as an order (令), else normative documents. */
export async function knownFigures(
  db: Database,
  year: number,
  agencyId: string | null,
): Promise<KnownFigures> {
  const documents = await loadDocuments(db, agencyId);
  const isRule = ({ docNo, genre }: DocumentRow) => genre === '命令' || /令/u.test(docNo ?? '');
  const of = (own: readonly DocumentRow[]) => ({
    issued: own.filter(({ date }) => date.startsWith(String(year))).length,
    repealed: own.filter(({ isEnded, endedOn }) => isEnded === 1 && endedOn?.startsWith(String(year))).length,
    inForce: own.filter((document) => isInForce(document, `${year}-12-31`)).length,
  });
  const rules = of(documents.filter(isRule));
  const normative = of(documents.filter((document) => !isRule(document)));
  return {
    'rules.issued': rules.issued,
    'rules.repealed': rules.repealed,
    'rules.inForce': rules.inForce,
    'documents.issued': normative.issued,
    'documents.repealed': normative.repealed,
    'documents.inForce': normative.inForce,
  };
}

/** Ended without saying when: not in force in any year that is reported on. */
function isInForce({ date, isEnded, endedOn }: DocumentRow, lastDay: string): boolean {
  if (date > lastDay) return false;
  return isEnded === 0 ? endedOn === null || endedOn > lastDay : endedOn !== null && endedOn > lastDay;
}

/** Approved documents below the node of Art. 20 (1), at their approved version. */
async function loadDocuments(db: Database, agencyId: string | null): Promise<readonly DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    with recursive below (id) as (
      select ${article20Id(1)} union select node.id from tree_nodes as node join below on node.parent_id = below.id
    )
    select json_extract(version.content_json, '$.docNo') as docNo,
      json_extract(version.content_json, '$.genre') as genre,
      json_extract(version.content_json, '$.date') as date,
      json_extract(version.content_json, '$.validity') in ('repealed', 'expired') as isEnded,
      json_extract(version.content_json, '$.expiresOn') as endedOn
    from records as record
      join record_versions as version
        on version.record_id = record.id and version.version = record.approved_version
    where record.kind = 'document' and record.state = 'approved' and record.node_id in (select id from below)
      and json_extract(version.content_json, '$.date') is not null
      and (${agencyId} is null or record.agency_id = ${agencyId})`.execute(db);
  return rows;
}
