// Papers of cases: filled, looked over, made with a number of their own, kept sealed, and read to print or as a Word file.
import { AppError } from '#shared/errors/app-error.ts';
import type { CasePaperKind } from '#shared/protocol/case-desk-api.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { instant } from '../../editorial/desk.ts';
import type { Actor } from '../../http/actor.ts';
import { paperResponse } from '../../reports/print/paper.ts';
import { type CaseDesk, withCaseTransaction } from '../case-desk.ts';
import type { CasePapers } from '../case-ports.ts';
import { openNote, sealNote } from '../case-words.ts';
import { openCase, requireRight } from '../handling/opened-case.ts';
import { fillPaper } from './fill-paper.ts';
import { paperDocx } from './paper-docx.ts';
import { loadPaperFacts } from './paper-facts.ts';
import { paperHtml } from './paper-html.ts';
import { editedText, fieldOf, type PaperText, paperTextSchema } from './paper-text.ts';

export function createCasePapers(caseDesk: CaseDesk): CasePapers {
  return {
    draft: (id, kind, actor) => draftPaper(caseDesk, id, kind, actor),
    make: (id, kind, edits, actor) => makePaper(caseDesk, id, kind, edits, actor),
    read: (id, paperId, as, actor) => readPaper(caseDesk, id, paperId, as, actor),
  };
}

async function fill(caseDesk: CaseDesk, id: string, kind: CasePaperKind, actor: Actor) {
  requireRight(actor, 'cases.handle');
  const opened = await openCase(caseDesk, id, actor);
  const { key, words, row } = opened;
  if (key === null || words === null) throw new AppError('cases.erased');
  const number = await nextNumber(caseDesk, row);
  const text = fillPaper(kind, await loadPaperFacts(caseDesk, opened, words), number);
  return { row, key, text, number };
}

/** The case's own number with how many papers it has: 依申请〔2026〕12号-3. */
async function nextNumber({ desk }: CaseDesk, row: { readonly id: string; readonly number: string }) {
  const { count } = await desk.db
    .selectFrom('case_papers')
    .select((papers) => papers.fn.countAll<number>().as('count'))
    .where('case_id', '=', row.id)
    .executeTakeFirstOrThrow();
  return `${row.number}-${count + 1}`;
}

/** A draft names people as the case does: looking at it is on record like looking at the case. */
async function draftPaper(caseDesk: CaseDesk, id: string, kind: CasePaperKind, actor: Actor) {
  const { row, text } = await fill(caseDesk, id, kind, actor);
  await recordView(caseDesk, row.number, { id, paper: kind }, actor);
  return { kind, title: fieldOf(text, 'title'), fields: text.fields };
}

function recordView(
  { desk }: CaseDesk,
  subject: string,
  details: Readonly<Record<string, unknown>>,
  actor: Actor,
): Promise<void> {
  return recordAudit(desk, { who: actor.name, action: 'case.view', subject, details });
}

function makePaper(
  caseDesk: CaseDesk,
  id: string,
  kind: CasePaperKind,
  edits: Readonly<Record<string, string>>,
  actor: Actor,
): Promise<{ readonly id: string }> {
  return withCaseTransaction(caseDesk, async (inside) => {
    const { row, key, text, number } = await fill(inside, id, kind, actor);
    const paperId = inside.desk.newId('p');
    const kept = JSON.stringify(editedText(text, edits));
    await inside.desk.db
      .insertInto('case_papers')
      .values({
        ...{ id: paperId, case_id: id, kind, number, made_at: instant(inside.desk), who: actor.name },
        sealed: sealNote(inside.vault, key, id, kept),
      })
      .execute();
    const details = { id, paperId, kind };
    await recordAudit(inside.desk, { who: actor.name, action: 'case.paper', subject: row.number, details });
    return { id: paperId };
  });
}

async function readPaper(
  caseDesk: CaseDesk,
  id: string,
  paperId: string,
  as: 'html' | 'docx',
  actor: Actor,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  requireRight(actor, 'cases.handle');
  const { row, key } = await openCase(caseDesk, id, actor);
  const paper = await caseDesk.desk.db
    .selectFrom('case_papers')
    .selectAll()
    .where('id', '=', paperId)
    .where('case_id', '=', id)
    .executeTakeFirst();
  if (paper === undefined) throw new AppError('not-found', { what: paperId });
  if (key === null || paper.sealed === null) throw new AppError('cases.erased');
  const text = paperTextSchema.parse(JSON.parse(openNote(caseDesk.vault, key, id, paper.sealed)));
  await recordView(caseDesk, row.number, { id, paperId }, actor);
  return written(text, as, caseDesk.desk.now());
}

async function written(text: PaperText, as: 'html' | 'docx', nowMs: number) {
  const title = fieldOf(text, 'title');
  const name = `${title} ${fieldOf(text, 'number')}.${as}`;
  if (as === 'docx') return { name, bytes: paperDocx(text, nowMs) };
  const page = paperResponse({ title, language: 'zh-CN', isWide: false }, [paperHtml(text)]);
  return { name, bytes: new Uint8Array(await page.arrayBuffer()) };
}
