// Checks the links of the newest version of a record and keeps the dead ones as findings of it.
import type { Finding } from '#shared/lint/finding.ts';
import { touchRecords } from '../deadlines/touched-records.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { checkLinks, type LinkAnswer, type LinkAsker } from './check-links.ts';
import { loadVersionsToCheck, named, type VersionToCheck } from './check-version.ts';
import { recordSections } from './record-sections.ts';
import { insertFindings, linkRules, recount } from './runs.ts';

const link = /https?:\/\/[^\s"'<>，。；、）)】》]+/giu;

/** Asks for every link of a record; what was found dead before is asked for again. */
export async function checkRecordLinks(desk: Desk, recordId: string, asker: LinkAsker): Promise<void> {
  const [target] = await loadVersionsToCheck(desk.db, [recordId]);
  if (target === undefined) return;
  const answers = await checkLinks(linksOf(target), asker);
  await withTransaction(desk, async ({ db }) => {
    await db
      .deleteFrom('lint_findings')
      .where('record_id', '=', recordId)
      .where('version', '=', target.version)
      .where('rule', 'in', [...linkRules])
      .execute();
    await insertFindings(db, target, named(answers.flatMap(findingOf)));
    await recount(db, recordId, target.version);
    await touchRecords(db, [recordId]);
  });
}

/** Addresses in text, in fields and behind words. */
export function linksOf({ content, bodyHtml }: Pick<VersionToCheck, 'content' | 'bodyHtml'>): string[] {
  const found = new Set<string>();
  for (const { lines } of recordSections(content, bodyHtml)) {
    for (const { text } of lines) for (const [url] of text.matchAll(link)) found.add(url);
  }
  return [...found];
}

function findingOf({ url, state, reason }: LinkAnswer): Finding[] {
  if (state === 'alive' || state === 'private') return [];
  return [
    {
      rule: state === 'gone' ? 'dead-link' : 'doubtful-link',
      severity: state === 'gone' ? 'must-answer' : 'hint',
      place: { part: 'link' },
      excerpt: `${url.slice(0, 200)} (${reason})`,
      count: 1,
      identity: url,
    },
  ];
}
