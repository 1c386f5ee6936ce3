// What residents send and read without an account: submissions, receipts, uploads, progress. Everything is bounded here.
import * as z from 'zod';
import { caseFileBounds } from '../cases/case-files.ts';
import { caseKinds, caseOutcomes, caseStates, wantedForms, wantedRoutes } from '../cases/case-kinds.ts';
import { applicants } from '../reports/annual-form.ts';

export { caseFileBounds, caseFileTypes } from '../cases/case-files.ts';

const line = (longest: number) => z.string().trim().max(longest).default('');
const text = (longest: number) => z.string().trim().max(longest);

/** Made on the phone or terminal, once for what it sends: however often it arrives, it is one submission. */
export const submissionId = z.string().regex(/^[A-Za-z0-9_-]{22,43}$/u);

/** Art. 29: name, proof of identity and contact. Empty fields were not asked for by the kind. */
export const applicantSchema = z.object({
  class: z.enum(applicants),
  name: line(60),
  /** 身份证, 护照 …; persons only. */
  idKind: z
    .enum(['', 'resident', 'passport', 'hong-kong-macao', 'taiwan', 'foreign-permit', 'other'])
    .default(''),
  idNumber: line(40),
  organisation: line(120),
  /** 统一社会信用代码 */
  creditCode: line(18),
  legalRepresentative: line(60),
  /** Who is asked back; for persons the applicant. */
  contact: line(60),
  phone: line(30),
  address: line(200),
  postCode: line(10),
  email: line(120),
});
export type Applicant = z.infer<typeof applicantSchema>;

/** A search made before applying: what was typed, and what was offered as already public. */
export const triedSearchSchema = z.object({
  query: text(200),
  offered: z.array(z.string().max(20)).max(10).default([]),
});

/** POST /api/cases */
export const submissionSchema = z.object({
  submissionId,
  kind: z.enum(caseKinds),
  /** To whom; null lets the office decide. */
  agencyId: z.string().max(60).nullable().default(null),
  applicant: applicantSchema.nullable().default(null),
  /** Title, document number or other description; or the opinion in its words. */
  content: z.string().trim().min(2).max(5000),
  title: line(200),
  /** Hand-off code of the record it is about; of a comment, objection or sign-up the notice that asks for them. */
  recordCode: z.string().max(20).nullable().default(null),
  /** Which of the points the notice asks about; null for the whole. */
  consultationPoint: z.number().int().min(0).max(99).nullable().default(null),
  wantedForm: z.enum(wantedForms).nullable().default(null),
  wantedRoute: z.enum(wantedRoutes).nullable().default(null),
  /** Correction: what is wrong, and what it should say. */
  wrong: line(2000),
  right: line(2000),
  triedSearch: triedSearchSchema.nullable().default(null),
  /** Ids of finished uploads. */
  files: z.array(z.string().max(60)).max(caseFileBounds.files).default([]),
  /** Whether the question and its answer may be published without the name. */
  mayPublish: z.boolean().default(false),
});
export type Submission = z.infer<typeof submissionSchema>;

/** Answer to a submission, the same each time it is sent. */
export const caseReceiptSchema = z.object({
  kind: z.enum(caseKinds),
  number: z.string(),
  /** 12 symbols in groups of four: `K7M2-Q9X4-3TTP`; with the phone's last four digits it opens the progress. */
  code: z.string(),
  receivedOn: z.string(),
  /** False where no phone number was given: the code alone then opens it. */
  needsPhone: z.boolean(),
});
export type CaseReceipt = z.infer<typeof caseReceiptSchema>;

/** POST /api/cases/uploads opens one; PUT /api/cases/uploads/:id?offset=N adds a piece; GET tells how far it is. */
export const uploadOpenSchema = z.object({
  uploadId: submissionId,
  name: text(200),
  bytes: z.number().int().min(1).max(caseFileBounds.bytes),
});
export const uploadStateSchema = z.object({
  uploadId: z.string(),
  received: z.number(),
  bytes: z.number(),
  isComplete: z.boolean(),
});
export type UploadState = z.infer<typeof uploadStateSchema>;

/** POST /api/cases/progress. One answer for a wrong code and wrong digits. */
export const progressQuerySchema = z.object({
  code: z.string().max(40),
  lastFour: z.string().max(8).default(''),
});
/** One line of what happened, in words for the applicant. */
export const progressStepSchema = z.object({
  on: z.string(),
  what: z.enum([
    'received',
    'assigned',
    'completion-asked',
    'completed',
    'consulting',
    'consulted',
    'extended',
    'fee',
    'moved',
    'merged',
    'replied',
    'answered',
    'rectified',
    'closed',
    'withdrawn',
  ]),
  /** Written by staff for the applicant; may be empty. */
  note: z.string(),
});
export const caseProgressSchema = z.object({
  kind: z.enum(caseKinds),
  number: z.string(),
  title: z.string(),
  agencyName: z.string(),
  state: z.enum(caseStates),
  receivedOn: z.string(),
  /** By when it must be answered; null while completion is awaited or where no limit runs. */
  dueOn: z.string().nullable(),
  /** The due date day by day, for people; see shared/calendar. */
  dueExplanation: z.array(z.string()),
  steps: z.array(progressStepSchema),
  /** The answer or reply; empty before. */
  answer: z.string(),
  outcome: z.enum(caseOutcomes).nullable(),
  /** What has to be supplied, while completion is awaited. */
  completionWanted: z.string(),
  completionUntil: z.string().nullable(),
  /** Records the reply points to: code and title. */
  records: z.array(z.object({ code: z.string(), title: z.string() })),
  /** Files the office sent with the reply. */
  files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number() })),
  canRate: z.boolean(),
});
export type CaseProgress = z.infer<typeof caseProgressSchema>;

/** POST /api/cases/completion: the completed application; idempotent by its submission id. */
export const completionSchema = progressQuerySchema.extend({
  submissionId,
  content: z.string().trim().min(2).max(5000),
  files: z.array(z.string().max(60)).max(caseFileBounds.files).default([]),
});
export type Completion = z.infer<typeof completionSchema>;

/** POST /api/cases/satisfaction: how satisfied with the answer, 1 to 5; the latest counts. */
export const satisfactionSchema = progressQuerySchema.extend({
  score: z.number().int().min(1).max(5),
  /** What is missing; optional. */
  words: line(500),
});

/** POST /api/cases/reply-file: one of the `files` of the progress. */
export const replyFileQuerySchema = progressQuerySchema.extend({ fileId: z.string().min(1).max(60) });

/** POST /api/cases/withdrawal: the applicant takes it back. */
export const withdrawalSchema = progressQuerySchema;
