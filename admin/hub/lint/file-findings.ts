// What was found in attachments, once for their bytes and not once for every record that carries them.
import type { AttachmentRef } from '#shared/catalogue/record.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { ruleSetVersion } from '#shared/lint/rule-table.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import { checkFile } from './lint-thread.ts';

/** Findings of all attachments under their names; null when one of them has not been read by these rules yet. */
export async function cachedFileFindings(
  db: Database,
  attachments: readonly AttachmentRef[],
): Promise<Finding[] | null> {
  if (attachments.length === 0) return [];
  const known = new Map(
    (await loadCached(db, attachments)).map((row) => [
      row.sha256,
      JSON.parse(row.findings_json) as Finding[],
    ]),
  );
  if (attachments.some(({ sha256 }) => !known.has(sha256))) return null;
  return attachments.flatMap(({ sha256, name }) => (known.get(sha256) ?? []).map((one) => under(name, one)));
}

/** Reads the attachments nobody has read yet, on the linter's thread. */
export async function readAttachments(desk: Desk, attachments: readonly AttachmentRef[]): Promise<void> {
  if (attachments.length === 0) return;
  const known = new Set((await loadCached(desk.db, attachments)).map(({ sha256 }) => sha256));
  for (const { sha256, name } of attachments) {
    if (known.has(sha256)) continue;
    known.add(sha256);
    const { findings } = await checkFile(desk.attachments.pathOf(sha256), name);
    // The file's own name belongs to the record that carries it and is judged there.
    const kept = findings.filter(({ place }) => place.part !== 'file-name');
    const row = { rules: ruleSetVersion, at: instant(desk), findings_json: JSON.stringify(kept) };
    await desk.db
      .insertInto('lint_files')
      .values({ sha256, ...row })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet(row))
      .execute();
  }
}

function loadCached(db: Database, attachments: readonly AttachmentRef[]) {
  return db
    .selectFrom('lint_files')
    .select(['sha256', 'findings_json'])
    .where('rules', '=', ruleSetVersion)
    .where(
      'sha256',
      'in',
      attachments.map(({ sha256 }) => sha256),
    )
    .execute();
}

function under(name: string, finding: Finding): Finding {
  const { file } = finding.place;
  return { ...finding, place: { ...finding.place, file: file === undefined ? name : `${name}/${file}` } };
}
