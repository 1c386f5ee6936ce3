// Cases as they cross between hub and handling desk: the ledger, one case, and every act on it.
import * as z from 'zod';
import { caseChannels, caseKinds, caseOutcomes, caseStates } from '../cases/case-kinds.ts';
import { replyKinds } from '../cases/replies.ts';
import { withholdingGrounds } from '../catalogue/withholding-grounds.ts';
import { applicants, disputeOutcomes, disputes } from '../reports/annual-form.ts';
import { applicantSchema, caseReceiptSchema, submissionSchema } from './cases-api.ts';

const id = z.string().min(1).max(60);
const day = z.iso.date();
const words = (longest: number) => z.string().trim().max(longest).default('');
const needed = (longest: number) => z.string().trim().min(1).max(longest);

/** GET /api/cases */
export const caseQuerySchema = z.object({
  /** `formal`: the clock of the law; `voices`: opinion, complaint, suggestion, question; `answers`: consultations'. */
  kind: z.enum([...caseKinds, 'formal', 'voices', 'answers']).optional(),
  /** `to-decide`: an extension was asked for and not decided, or a reply waits for the head of the office. */
  state: z.enum([...caseStates, 'open', 'overdue', 'due-soon', 'to-decide']).optional(),
  agency: id.optional(),
  /** `me` for what I handle, `none` for what nobody handles. */
  handler: z.enum(['me', 'none']).optional(),
  /** A number or part of one; names and words are sealed and are not searched. */
  number: z.string().max(60).optional(),
  from: day.optional(),
  to: day.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CaseQuery = z.infer<typeof caseQuerySchema>;

/** A row of the ledger. Names are masked (张**) until a case is opened by who handles it. */
export const caseRowSchema = z.object({
  id,
  number: z.string(),
  kind: z.enum(caseKinds),
  channel: z.enum(caseChannels),
  state: z.enum(caseStates),
  receivedOn: z.string(),
  applicantClass: z.enum(applicants).nullable(),
  maskedName: z.string(),
  /** The first words of the title or content, with numbers masked. */
  gist: z.string(),
  agencyId: z.string().nullable(),
  agencyName: z.string(),
  handler: z.string().nullable(),
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  replyKind: z.enum(replyKinds).nullable(),
  repliedOn: z.string().nullable(),
  outcome: z.enum(caseOutcomes).nullable(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;
export const caseListSchema = z.object({
  total: z.number(),
  rows: z.array(caseRowSchema),
  /** Of everything this account may see, whatever the filter. */
  counts: z.object({
    open: z.number(),
    overdue: z.number(),
    dueSoon: z.number(),
    unassigned: z.number(),
    toDecide: z.number().default(0),
  }),
});
export type CaseList = z.infer<typeof caseListSchema>;

/** GET /api/cases/handlers?agency=…: whom a case can be given to; those of the agency and those bound to none. */
export const caseHandlersSchema = z.object({
  handlers: z.array(z.object({ id, displayName: z.string(), agencyId: z.string().nullable() })),
});
export type CaseHandler = z.infer<typeof caseHandlersSchema>['handlers'][number];

export const caseEventKinds = [
  'received',
  'confirmed',
  'assigned',
  'completion-asked',
  'completed',
  'consultation-begun',
  'consultation-answered',
  'extension-asked',
  'extension-refused',
  'extended',
  'fee-noticed',
  'fee-paid',
  'moved',
  'merged',
  'reply-drafted',
  'draft-returned',
  'draft-approved',
  'replied',
  'delivered',
  'answered',
  'rectified',
  'published',
  'made-content',
  'dispute',
  'satisfaction',
  'noted',
  'corrected',
  'withdrawn',
  'closed',
  'reopened',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

export const caseEventSchema = z.object({
  id: z.number(),
  kind: z.enum(caseEventKinds),
  at: z.string(),
  /** The day it counts from in law. */
  on: z.string(),
  who: z.string(),
  /** Facts without personal data: days, party, amounts. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Sealed in the store. */
  note: z.string(),
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

const replyWords = {
  kind: z.enum(replyKinds),
  ground: z.enum(withholdingGrounds).nullable().default(null),
  text: needed(10_000),
  /** What is left out in a partial disclosure, and why. */
  leftOut: words(2000),
  recordIds: z.array(id).max(20).default([]),
  files: z.array(id).max(20).default([]),
};

/** The acts of a case; which are open now comes with the case (`acts`). Days default to today on the page. */
export const caseActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('confirm'), on: day, note: words(500) }),
  z.object({ act: z.literal('assign'), agencyId: id.nullable(), handler: id.nullable(), note: words(500) }),
  z.object({ act: z.literal('ask-completion'), on: day, wanted: needed(2000), until: day }),
  z.object({ act: z.literal('complete'), on: day, content: words(5000) }),
  z.object({
    act: z.literal('consult'),
    on: day,
    with: z.enum(['third-party', 'joint-agency']),
    party: needed(120),
    question: words(2000),
    reachedOn: day.nullable().default(null),
  }),
  z.object({
    act: z.literal('consulted'),
    on: day,
    party: needed(120),
    opinion: z.enum(['agrees', 'objects', 'silent']),
    note: words(2000),
  }),
  z.object({
    act: z.literal('ask-extension'),
    workingDays: z.number().int().min(1).max(20),
    reason: needed(1000),
  }),
  z.object({ act: z.literal('decide-extension'), on: day, isApproved: z.boolean(), note: words(500) }),
  z.object({
    act: z.literal('fee'),
    on: day,
    basis: z.enum(['item', 'page']),
    /** Items of this applicant in this month, or pages. */
    count: z.number().int().min(1).max(100_000),
    payBy: day,
  }),
  z.object({ act: z.literal('fee-paid'), on: day }),
  z.object({ act: z.literal('move'), on: day, to: needed(120), contact: words(200), reason: needed(1000) }),
  z.object({ act: z.literal('merge'), into: id, reason: words(500) }),
  z.object({
    act: z.literal('reply'),
    on: day,
    ...replyWords,
  }),
  /** The reply as the handler would give it, for the head of the office to look at. */
  z.object({ act: z.literal('draft-reply'), ...replyWords }),
  /** `note` is the opinion; without one nothing is returned. */
  z.object({ act: z.literal('decide-draft'), isApproved: z.boolean(), note: words(2000) }),
  /** Gives the approved draft as the reply, word for word. */
  z.object({ act: z.literal('send-draft'), on: day }),
  z.object({ act: z.literal('deliver'), on: day, route: needed(100) }),
  /** Opinions and the like. */
  z.object({ act: z.literal('answer'), on: day, text: needed(10_000), outcome: z.enum(caseOutcomes) }),
  z.object({ act: z.literal('rectify'), on: day, text: needed(2000), outcome: z.enum(caseOutcomes) }),
  /** What the public reads of it; a second look that nothing personal is in it is the reviewer's. */
  z.object({ act: z.literal('publish'), title: needed(200), question: needed(3000), answer: needed(5000) }),
  z.object({ act: z.literal('unpublish'), reason: needed(500) }),
  /** Art. 44: makes a draft record of it for review. */
  z.object({
    act: z.literal('make-content'),
    title: needed(200),
    body: needed(20_000),
    nodeId: id.nullable(),
  }),
  z.object({
    act: z.literal('dispute'),
    on: day,
    dispute: z.enum(disputes),
    outcome: z.enum(disputeOutcomes),
    note: words(500),
  }),
  /** Puts fields right that were taken down wrongly (oral and paper). */
  z.object({ act: z.literal('correct'), applicant: applicantSchema.nullable(), content: words(5000) }),
  z.object({ act: z.literal('note'), note: needed(2000) }),
  z.object({ act: z.literal('withdraw'), on: day, note: words(500) }),
  z.object({ act: z.literal('close'), on: day }),
  z.object({ act: z.literal('reopen'), reason: needed(500) }),
]);
export type CaseAct = z.infer<typeof caseActSchema>;
export type CaseActName = CaseAct['act'];

/** POST /api/cases/:id/acts: `revision` is the one seen; `store.conflict` when somebody was faster. */
export const caseActCallSchema = z.object({ revision: z.number().int(), act: caseActSchema });

export const consultationViewSchema = z.object({
  with: z.enum(['third-party', 'joint-agency']),
  party: z.string(),
  begunOn: z.string(),
  answerDue: z.string(),
  answeredOn: z.string().nullable(),
  opinion: z.enum(['agrees', 'objects', 'silent']).nullable(),
});

export const draftStates = ['waiting', 'returned', 'approved'] as const;

export const caseDetailSchema = caseRowSchema.extend({
  revision: z.number().int(),
  applicant: applicantSchema.nullable(),
  /** False for who may not see names: fields are masked then. */
  isOpen: z.boolean(),
  title: z.string(),
  content: z.string(),
  wrong: z.string(),
  right: z.string(),
  wantedForm: z.string().nullable(),
  wantedRoute: z.string().nullable(),
  mayPublish: z.boolean(),
  triedSearch: z.object({ query: z.string(), offered: z.array(z.string()) }).nullable(),
  record: z.object({ id, title: z.string() }).nullable(),
  files: z.array(
    z.object({
      id,
      name: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      from: z.enum(['applicant', 'office']),
    }),
  ),
  events: z.array(caseEventSchema),
  /** Lines that explain the due date day by day; empty where no clock runs. */
  dueExplanation: z.array(z.string()),
  clockState: z.enum(['running', 'awaiting-completion', 'consulting', 'replied', 'none']),
  completionDue: z.string().nullable(),
  consultations: z.array(consultationViewSchema),
  faults: z.array(z.string()),
  answer: z.string(),
  /** The case this one was merged into and what was answered there; another applicant's data is masked. */
  mergedInto: z
    .object({ id, number: z.string(), state: z.enum(caseStates), answer: z.string() })
    .nullable()
    .default(null),
  /** The reply the handler would give, until it is given: waiting for the head, returned or approved. */
  draft: z
    .object({
      ...{ kind: z.enum(replyKinds), ground: z.enum(withholdingGrounds).nullable() },
      ...{ text: z.string(), leftOut: z.string() },
      ...{ recordIds: z.array(z.string()), files: z.array(z.string()) },
      state: z.enum(draftStates),
      /** Who wrote it, and what the head said to it. */
      by: z.string(),
      opinion: z.string(),
    })
    .nullable()
    .default(null),
  /** Replies that are not given without the head of the office. */
  approvedReplies: z.array(z.enum(replyKinds)).default([]),
  fee: z
    .object({
      amountFen: z.number(),
      basis: z.enum(['item', 'page']),
      count: z.number(),
      isPaid: z.boolean(),
    })
    .nullable(),
  published: z.object({ title: z.string(), question: z.string(), answer: z.string() }).nullable(),
  contentRecordId: z.string().nullable(),
  /** Likely the same from the same person, or the same text: number, state and why. */
  likely: z.array(
    z.object({ id, number: z.string(), state: z.enum(caseStates), why: z.enum(['person', 'text', 'both']) }),
  ),
  papers: z.array(z.object({ id, kind: z.string(), number: z.string(), madeAt: z.string() })),
  /** What this account may do with it now. */
  acts: z.array(z.string()),
  satisfaction: z.object({ score: z.number(), words: z.string() }).nullable(),
  erasedAt: z.string().nullable(),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;

/** POST /api/cases/entries: what was told or brought on paper, taken down by staff (Art. 29). */
export const caseEntrySchema = submissionSchema.extend({
  channel: z.enum(['counter', 'oral', 'signed-mail', 'mail', 'fax', 'telephone']),
  receivedOn: day,
});
export type CaseEntry = z.infer<typeof caseEntrySchema>;
/** The answer: the receipt, and where people look up its progress (`<public-url>/m/progress`), for the slip. */
export const caseEnteredSchema = z.object({
  id,
  receipt: caseReceiptSchema,
  progressUrl: z.string().optional(),
});
export type CaseEntered = z.infer<typeof caseEnteredSchema>;

/** The papers of a case (domain: register sheet, receipt, completion notice …). */
export const casePaperKinds = [
  'register-sheet',
  'receipt',
  'completion-notice',
  'reasons-notice',
  'extension-notice',
  'third-party-letter',
  'third-party-confirmation',
  'joint-agency-opinion',
  'fee-notice',
  'transfer-notice',
  'reply',
] as const;
export type CasePaperKind = (typeof casePaperKinds)[number];

/**
 * GET /api/cases/:id/papers/draft?kind=…: the texts of a paper as the case fills them, to be looked over. POST
 * /api/cases/:id/papers makes it with what was changed; GET /api/cases/:id/papers/:paperId?as=html|docx reads it.
 */
export const casePaperDraftSchema = z.object({
  kind: z.enum(casePaperKinds),
  title: z.string(),
  fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), isLong: z.boolean() })),
});
export type CasePaperDraft = z.infer<typeof casePaperDraftSchema>;
export const casePaperMakeSchema = z.object({
  kind: z.enum(casePaperKinds),
  edits: z.record(z.string().max(60), z.string().max(10_000)).default({}),
});
export const casePaperMadeSchema = z.object({ id });

/** GET and PUT /api/case-settings */
export const caseSettingsSchema = z.object({
  /** Months after which a settled case loses its personal data; by law's archive rules longer for requests. */
  keepRequestsMonths: z.number().int().min(6).max(360),
  keepVoicesMonths: z.number().int().min(1).max(120),
  /** Working days within which an opinion is to be answered. */
  answerWorkingDays: z.number().int().min(1).max(60),
  /** Name of the office on papers, with its address and phone. */
  officeName: words(120),
  officeAddress: words(200),
  officePhone: words(60),
  /** The word before the number: 〔2026〕12号. */
  numberWord: words(20),
  /** Which kinds the phone page offers. */
  openKinds: z.array(z.enum(caseKinds)),
  /** Cell of the board per agency: shown publicly or not. */
  showAgencyFigures: z.boolean(),
  /** Replies that need the head of the office besides those that always do. */
  approvedReplies: z.array(z.enum(replyKinds)).default([]),
});
export type CaseSettings = z.infer<typeof caseSettingsSchema>;
