// Years of paperwork around the records of a filled desk: releases, reviews, transfers, what is withheld, opinions, findings.
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '#hub/store/open-store.ts';

/** Rows of a counter from 0, as a table to select from. */
const upTo = (count: number) =>
  sql`(with recursive c (n) as (select 0 union all select n + 1 from c where n + 1 < ${sql.lit(count)}) select n from c)`;

const day = (n: string) => sql.raw(`date('2021-01-01', '+' || ((${n}) % 1800) || ' days')`);
const at = (n: string) =>
  sql.raw(`(date('2021-01-01', '+' || ((${n}) % 1800) || ' days') || 'T08:00:00.000Z')`);

const agencyOf = (n: string) =>
  sql.raw(`(select id from numbered where place = (${n}) % (select count(*) from numbered))`);

const statements = [
  sql`create temp table numbered as select row_number() over (order by id) - 1 as place, id from agencies`,
  // Releases brought nearly all of the records, some of them twice.
  sql`insert into releases (version, published_at, note, who, records, bytes, new_bytes)
    select n + 1, ${at('n * 9')}, '', 'clerk', 1000, 1000000, 1000 from ${upTo(200)}`,
  sql`insert into publications (item_id, release_version, version, approved_by, approved_at)
    select id, 1 + rowid % 200, 1, 'clerk', ${at('rowid')} from records where approved_version is not null`,
  // Reviews that wait at every step, and those of what is public.
  sql`insert into reviews (id, record_id, version, base_version, state, steps, step, submitted_by, submitted_at, note)
    select 'v' || id, id, 1, 0, 'in-review', 'self-check secrecy approval',
      case rowid % 3 when 0 then 'self-check' when 1 then 'secrecy' else 'approval' end, 'clerk', ${at('rowid')}, ''
    from records where state = 'draft'`,
  sql`insert into reviews
      (id, record_id, version, base_version, state, steps, step, submitted_by, submitted_at, note, closed_at)
    select 'v' || id, id, 1, 0, 'approved', 'self-check secrecy approval', null, 'clerk', ${at('rowid')}, '', ${at('rowid')}
    from records where state = 'approved' and rowid % 2 = 0`,
  sql`insert into review_steps (review_id, position, step, decision, who, display_name, at, opinion)
    select reviews.id, step.n, 'secrecy', 'pass', 'person' || (reviews.rowid + step.n) % 40, '某人', reviews.submitted_at, ''
    from reviews join ${upTo(3)} as step where reviews.state = 'approved'`,
  sql`insert into transfers (id, agency_id, month, state, source, is_empty, contact, note, revision, created_at, created_by,
      updated_at, sent_at, sent_by, decided_at, decided_by, return_reasons, number_year, number_seq, summary)
    select 't' || n, ${agencyOf('n')}, substr(${day('(n / 50) * 30')}, 1, 7), 'received', 'desk', n % 10 = 0, '', '', 1,
      ${at('(n / 50) * 30')}, 'clerk', ${at('(n / 50) * 30')}, ${at('(n / 50) * 30')}, 'clerk', ${at('(n / 50) * 30')}, 'clerk',
      '', 2021 + n / 600, n % 600 + 1, '' from ${upTo(3000)}`,
  sql`insert into transfer_items (transfer_id, place, file_name, title, title_key, doc_no, index_no, date)
    select 't' || transfer.n, item.n, 'a.docx', '文件' || item.n, '文件' || item.n, '', '', ${day('transfer.n')}
    from ${upTo(3000)} as transfer join ${upTo(20)} as item`,
  sql`insert into withheld_entries (id, number_year, number_seq, agency_id, title, title_key, doc_no, index_no, ground,
      reason, review_every_months, state, revision, proposed_by, proposed_at, decision_note, next_review_on)
    select 'w' || n, 2021 + n % 5, n + 1, ${agencyOf('n')}, '不公开' || n, '不公开' || n, '', '', 'process', '过程稿', 12,
      'withheld', 1, 'clerk', ${at('n')}, '', ${day('n + 300')} from ${upTo(3000)}`,
  sql`insert into ledger_entries (id, ledger, number, date, agency_id, version, is_void, created_at)
    select 'l' || n, 'opinions', (2021 + n % 5) || '-' || n, ${day('n')}, ${agencyOf('n')}, 1, 0, ${at('n')} from ${upTo(5000)}`,
  sql`insert into ledger_entry_versions (entry_id, version, content_json, is_void, reason, at, who)
    select id, 1, json_object('date', date, 'agencyId', agency_id, 'content', json_object('ledger', 'opinions',
      'channel', 'box', 'person', '', 'contact', '', 'content', '意见', 'handling', '', 'outcome', 'done',
      'repliedOn', null)), 0, '', created_at, 'clerk' from ledger_entries`,
  sql`insert into lint_runs (record_id, version, rules, at, open, hints)
    select id, 1, 1, ${at('rowid')}, 1, 0 from records where state = 'draft' and rowid % 2 = 0`,
  sql`insert into release_groups (id, title, at, created_by, created_at)
    select 'g' || n, '第' || n || '组', null, 'clerk', ${at('n')} from ${upTo(100)}`,
  sql`insert into release_group_items (group_id, record_id, version, position)
    select 'g' || (rowid % 100), id, 1, rowid from records where state = 'draft' and rowid % 20 = 3`,
];

/** Adds it to the store in `dataDir`, which `fillDesk` filled. */
export async function fillPaperwork(dataDir: string): Promise<void> {
  const store = openStore(join(dataDir, 'store.sqlite'));
  for (const statement of statements) await statement.execute(store.db);
  store.optimise();
  await store.close();
}
