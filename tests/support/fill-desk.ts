// Fills a data folder with generated records in every state, as years of work at a desk would.
import { join } from 'node:path';
import { createAgency } from '#hub/editorial/agencies.ts';
import type { Desk } from '#hub/editorial/desk.ts';
import { identityKey, nameKey, numberKey } from '#hub/editorial/identity-keys.ts';
import { createIdSource } from '#hub/editorial/new-ids.ts';
import { installDefaultTree } from '#hub/editorial/tree.ts';
import { sanitiseHtml } from '#hub/ingest/sanitise-html.ts';
import { openAttachmentFiles } from '#hub/store/attachment-files.ts';
import { openStore } from '#hub/store/open-store.ts';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import type { WrittenKind } from '#shared/catalogue/record.ts';
import { agencyInput, clerk, repeatableBytes } from './temp-desk.ts';

const subjects = [
  '供水',
  '公交线路',
  '社会救助',
  '义务教育招生',
  '食品抽检',
  '征地补偿',
  '财政预算',
  '消防安全',
];
const forms = ['通知', '公告', '办法', '实施方案', '公示', '决定', '意见', '年度报告'];
const kinds: readonly WrittenKind[] = ['document', 'document', 'guide', 'notice', 'matter', 'page'];
const agencyCount = 50;
/** A matter for every so many records; the records after it fulfil it. */
const matterEvery = 60;
const batchSize = 400;

interface Standing {
  readonly state: 'draft' | 'approved' | 'withdrawn';
  readonly version: number;
  readonly approved_version: number | null;
}

/** Nearly all is public; a tenth waits, a little has been changed since, a little is withdrawn. */
function standingOf(number: number): Standing {
  if (number % 10 === 3) return { state: 'draft', version: 1, approved_version: null };
  if (number % 50 === 7) return { state: 'approved', version: 2, approved_version: 1 };
  if (number % 500 === 11) return { state: 'withdrawn', version: 1, approved_version: null };
  return { state: 'approved', version: 1, approved_version: 1 };
}

function rowOf(number: number, agencies: readonly string[], newId: (kind: 'r') => string) {
  const serial = String(number).padStart(5, '0');
  const title = `关于${subjects[number % subjects.length]}的${forms[(number >> 3) % forms.length]}（第${serial}号）`;
  const agencyId = agencies[(number * 7) % agencies.length] ?? '';
  const year = String(2005 + (number % 20));
  const date = `${year}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;
  const kind = kinds[number % kinds.length] ?? 'document';
  const docNo = number % 3 === 0 ? `明政发〔${year}〕${number}号` : null;
  const at = new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString();
  return {
    id: newId('r'),
    code: number.toString(32).toUpperCase().padStart(8, '0'),
    kind,
    title,
    title_key: nameKey(title),
    agency_id: agencyId,
    doc_no: docNo,
    doc_key: docNo === null ? null : numberKey(docNo),
    identity_key: identityKey({ kind, agencyId, title, date, details: null }),
    date,
    sort_date: date,
    year,
    topic: subjects[number % subjects.length] ?? null,
    validity: 'in-force' as const,
    ...standingOf(number),
    // Most of what is approved went out long ago.
    published_version: standingOf(number).approved_version,
    created_at: at,
    updated_at: at,
    updated_by: clerk.name,
  };
}

const rules: readonly DeadlineRule[] = [
  { type: 'working-days', days: 20, from: 'formed-or-changed', text: '信息形成之日起20个工作日内' },
  { type: 'frequency', times: 1, every: 'quarter', text: '每季度' },
  { type: 'frequency', times: 1, every: 'month', text: '每月' },
  { type: 'at-once', text: '及时' },
  { type: 'calendar-days', days: 20, from: 'approved', text: '批准后20日内' },
];

/** The version behind a matter, which holds its rule of disclosure and who answers for it. */
function matterVersionOf(
  { id, title, agency_id, version, created_at }: ReturnType<typeof rowOf>,
  number: number,
) {
  const deadline = rules[(number / matterEvery) % rules.length];
  const content = { title, details: { type: 'matter', deadline, responsiblePerson: `经办${number % 7}` } };
  return {
    record_id: id,
    version,
    agency_id,
    content_json: JSON.stringify(content),
    content_hash: id,
    at: created_at,
    who: clerk.name,
    origin: 'demo' as const,
  };
}

/** Writes `count` record headers into a new store in `dataDir`; of their versions only those of matters, which lists read. */
export async function fillDesk(dataDir: string, count: number): Promise<void> {
  const store = openStore(join(dataDir, 'store.sqlite'));
  const now = () => Date.UTC(2026, 0, 1);
  const randomBytes = repeatableBytes(20190515);
  const attachments = openAttachmentFiles(join(dataDir, 'attachments'));
  const newId = createIdSource(now, randomBytes);
  const desk: Desk = { db: store.db, attachments, now, randomBytes, newId, sanitise: sanitiseHtml };
  await installDefaultTree(store.db);
  const agencies: string[] = [];
  for (let number = 0; number < agencyCount; number++)
    agencies.push((await createAgency(desk, agencyInput(`第${number}局`, number), clerk)).id);
  const matters: ReturnType<typeof matterVersionOf>[] = [];
  let matterId: string | null = null;
  for (let first = 0; first < count; first += batchSize) {
    const length = Math.min(batchSize, count - first);
    const rows = Array.from({ length }, (_, offset) => {
      const number = first + offset;
      const row = rowOf(number, agencies, newId);
      if (number % matterEvery !== 0) return { ...row, matter_id: matterId };
      matterId = row.id;
      matters.push(matterVersionOf(row, number));
      return { ...row, kind: 'matter' as const, matter_id: null };
    });
    await store.db.insertInto('records').values(rows).execute();
  }
  for (let from = 0; from < matters.length; from += batchSize)
    await store.db
      .insertInto('record_versions')
      .values(matters.slice(from, from + batchSize))
      .execute();
  await store.close();
}
