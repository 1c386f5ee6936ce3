// What becomes public of a case: a question with its answer, or a draft of content others will want too (Art. 44).
import { AppError } from '#shared/errors/app-error.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { recordAudit } from '../../../editorial/audit.ts';
import { checkInput } from '../../../editorial/check-input.ts';
import { instant } from '../../../editorial/desk.ts';
import { canonicalJson } from '../../../editorial/stored-content.ts';
import { insertRecord } from '../../../editorial/write-version.ts';
import { escapeHtml } from '../../../phone/markup.ts';
import type { ActContext, ActOf, Handlers } from '../act-context.ts';
import { refusePersonalData } from '../personal-data.ts';

export const publicActs: Handlers<'publish' | 'unpublish' | 'make-content'> = {
  publish({ caseDesk, opened, today }, { title, question, answer }) {
    refusePersonalData([title, question, answer], opened.words?.applicant ?? null);
    return {
      events: [{ kind: 'published', on: today, facts: { isPublished: true } }],
      columns: {
        published_json: canonicalJson({ title, question, answer }),
        published_at: instant(caseDesk.desk),
      },
    };
  },
  unpublish: ({ today }, { reason }) => ({
    events: [{ kind: 'published', on: today, facts: { isPublished: false }, note: reason }],
    columns: { published_json: null, published_at: null },
  }),
  async 'make-content'(context, act) {
    refusePersonalData([act.title, act.body], context.opened.words?.applicant ?? null);
    const recordId = await insertDraft(context, act);
    return {
      events: [{ kind: 'made-content', on: context.today, facts: { recordId } }],
      columns: { content_record_id: recordId },
      details: { recordId },
    };
  },
};

/** A draft that goes the usual way to the public; the trail says which case it came from. */
async function insertDraft(context: ActContext, act: ActOf<'make-content'>): Promise<string> {
  const { caseDesk, opened, actor } = context;
  const { content, body } = await checkInput(caseDesk.desk, inputOf(context, act));
  const by = { who: actor.name, origin: 'editor' as const, batchId: null, importHash: null };
  const id = await insertRecord(caseDesk.desk, content, body, by);
  await recordAudit(caseDesk.desk, {
    who: actor.name,
    action: 'record.create',
    subject: content.title,
    details: { id, version: 1, case: opened.row.number },
  });
  return id;
}

function inputOf({ opened, today }: ActContext, { title, body, nodeId }: ActOf<'make-content'>): RecordInput {
  const agencyId = opened.row.agency_id;
  if (agencyId === null) throw new AppError('cases.no-agency');
  const paragraphs = body.split(/\n+/u).filter((line) => line.trim() !== '');
  return {
    ...{ kind: 'document', title, agencyId, docNo: null, indexNo: null, date: today, publishedOn: null },
    ...{ topic: null, genre: null, nodeId, matterId: null, summary: '', keywords: ['依申请公开'] },
    ...{ validity: 'unknown', expiresOn: null, shown: null, details: null, attachments: [] },
    bodyHtml: paragraphs.map((line) => `<p>${escapeHtml(line.trim())}</p>`).join(''),
  };
}
