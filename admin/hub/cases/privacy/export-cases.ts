// Everything held of some cases, as the person it is about may have it: one JSON document and the files, in one archive.
import { zipSync } from 'fflate';
import { AppError } from '#shared/errors/app-error.ts';
import { instant } from '../../editorial/desk.ts';
import { readFacts } from '../case-clock.ts';
import type { CaseDesk } from '../case-desk.ts';
import { openNote, openWords } from '../case-words.ts';
import { readCaseFile } from '../files/keep-file.ts';

type Archive = Record<string, Uint8Array | [Uint8Array, { level: 0 }]>;

/** Throws `not-found` for an id nothing has; an erased case has only its row. */
export async function exportCases(cases: CaseDesk, ids: readonly string[]): Promise<Uint8Array> {
  const archive: Archive = {};
  const documents = [];
  for (const id of ids) documents.push(await exportCase(cases, id, archive));
  const whole = { exportedAt: instant(cases.desk), cases: documents };
  archive['personal-data.json'] = new TextEncoder().encode(`${JSON.stringify(whole, null, 2)}\n`);
  return zipSync(archive, { mtime: Math.max(cases.desk.now(), Date.UTC(1980, 0, 2)) });
}

async function exportCase(cases: CaseDesk, id: string, archive: Archive) {
  const { desk, vault } = cases;
  const row = await desk.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  const {
    wrapped_key: wrapped,
    sealed,
    code_digest,
    phone_digest,
    person_digest,
    words_digest,
    ...ledger
  } = row;
  const key = wrapped === null ? null : await vault.unwrap(wrapped, id);
  return {
    ...ledger,
    words: key === null || sealed === null ? null : openWords(vault, key, id, sealed),
    events: await exportEvents(cases, id, key),
    papers: await exportPapers(cases, id, key),
    files: await exportFiles(cases, { id, number: row.number }, archive),
  };
}

async function exportEvents({ desk, vault }: CaseDesk, caseId: string, key: Uint8Array | null) {
  const rows = await desk.db
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    on: row.on_day,
    facts: readFacts(row),
    note: key === null || row.sealed === null ? '' : openNote(vault, key, caseId, row.sealed),
  }));
}

async function exportPapers({ desk, vault }: CaseDesk, caseId: string, key: Uint8Array | null) {
  const rows = await desk.db.selectFrom('case_papers').selectAll().where('case_id', '=', caseId).execute();
  return rows.map(({ kind, number, made_at: madeAt, sealed }) => {
    const words = key === null || sealed === null ? '' : openNote(vault, key, caseId, sealed);
    return { kind, number, madeAt, words };
  });
}

async function exportFiles(
  cases: CaseDesk,
  { id, number }: { readonly id: string; readonly number: string },
  archive: Archive,
) {
  const rows = await cases.desk.db.selectFrom('case_files').selectAll().where('case_id', '=', id).execute();
  const files = [];
  for (const [at, row] of rows.entries()) {
    const { name, mediaType, bytes } = await readCaseFile(cases, row);
    const path = `${safe(number)}/${at + 1}-${safe(name)}`;
    archive[path] = [bytes, { level: 0 }];
    files.push({ path, name, mediaType, from: row.origin });
  }
  return files;
}

/** A name that stays a name in every archive: no folders, no marks of control. */
const safe = (name: string): string => name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').slice(-100) || 'file';
