// What crosses between hub and desk about findings: a record's list, answers, the records that wait, the review sheet.
import * as z from 'zod';
import { writtenKinds } from '../catalogue/record.ts';
import { sectionParts, severities } from '../lint/finding.ts';
import { ruleIds } from '../lint/rule-table.ts';
import { reviewSteps } from './workflow-api.ts';

const instant = z.string();

export const findingAnswers = ['false-alarm', 'intended', 'mended'] as const;

export const placeSchema = z.object({
  part: z.enum(sectionParts),
  label: z.string().optional(),
  file: z.string().optional(),
  page: z.number().int().optional(),
  paragraph: z.number().int().optional(),
  cell: z.string().optional(),
  offset: z.number().int().optional(),
  length: z.number().int().optional(),
});

/** An answer as it was given; `version` is the one it was given for. */
export const givenAnswerSchema = z.object({
  answer: z.enum(findingAnswers),
  reason: z.string(),
  who: z.string(),
  displayName: z.string(),
  at: instant,
  version: z.number().int(),
});
export const listedFindingSchema = z.object({
  id: z.string(),
  rule: z.enum(ruleIds),
  severity: z.enum(severities),
  place: placeSchema,
  excerpt: z.string(),
  count: z.number().int(),
  /** Null while nobody has answered. */
  answer: givenAnswerSchema.nullable(),
});
export type ListedFinding = z.infer<typeof listedFindingSchema>;

/** GET /api/records/:id/findings: of the newest version. POST …/findings/check checks it anew. */
export const recordFindingsSchema = z.object({
  version: z.number().int(),
  /** `pending` while attachments are still read: ask again in a moment. */
  state: z.enum(['pending', 'done']),
  checkedAt: instant.nullable(),
  /** Findings that keep the version from being approved. */
  open: z.number().int(),
  findings: z.array(listedFindingSchema),
  /** Of earlier versions, and gone by now. */
  mended: z.array(z.object({ rule: z.enum(ruleIds), excerpt: z.string(), answer: givenAnswerSchema })),
});
export type RecordFindings = z.infer<typeof recordFindingsSchema>;

/** POST /api/records/:id/findings/check */
export const checkRequestSchema = z.object({ links: z.boolean().default(false) });

/**
 * POST /api/records/:id/findings/answer (`findings.answer`). `intended` needs a reason. `mended` checks once more
 * and is refused with `lint.still-there` where it is found again; `clear` takes an answer back.
 */
export const answerFindingsSchema = z.object({
  version: z.number().int().min(1),
  ids: z.array(z.string().min(1).max(80)).min(1).max(500),
  answer: z.enum([...findingAnswers, 'clear']),
  reason: z.string().trim().max(500).default(''),
});
export type AnswerFindings = z.infer<typeof answerFindingsSchema>;

/** GET /api/findings: records whose newest version has unanswered findings, newest check first. */
export const waitingListQuerySchema = z.object({
  agencyId: z.string().max(60).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type WaitingListQuery = z.infer<typeof waitingListQuerySchema>;
export const waitingListSchema = z.object({
  total: z.number().int(),
  records: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(writtenKinds),
      agencyName: z.string(),
      version: z.number().int(),
      open: z.number().int(),
      hints: z.number().int(),
      /** The version is public or will be with the next release. */
      isApproved: z.boolean(),
      rules: z.array(z.enum(ruleIds)),
      checkedAt: instant,
    }),
  ),
  next: z.string().nullable(),
});
export type WaitingList = z.infer<typeof waitingListSchema>;

const signature = z.object({ name: z.string(), at: instant });

/** GET /api/records/:id/sheet?version=N: the review sheet (审查表) of a version, filled in. */
export const sheetQuerySchema = z.object({ version: z.coerce.number().int().min(1).optional() });
export const reviewSheetSchema = z.object({
  agencyName: z.string(),
  title: z.string(),
  code: z.string(),
  kind: z.enum(writtenKinds),
  version: z.number().int(),
  docNo: z.string().nullable(),
  indexNo: z.string().nullable(),
  /** 公文 or not. */
  isOfficialDocument: z.boolean(),
  mode: z.enum(['proactive', 'on-request', 'both']),
  intendedOn: z.string().nullable(),
  attachments: z.array(z.object({ name: z.string(), bytes: z.number() })),
  maker: signature,
  steps: z.array(
    z.object({
      step: z.enum(reviewSteps),
      decision: z.enum(['pass', 'return']).nullable(),
      opinion: z.string(),
      by: signature.nullable(),
    }),
  ),
  approver: signature.nullable(),
  isSingleHanded: z.boolean(),
  check: z
    .object({
      at: instant,
      findings: z.number().int(),
      open: z.number().int(),
      hints: z.number().int(),
      answered: z.array(
        z.object({
          rule: z.enum(ruleIds),
          place: placeSchema,
          excerpt: z.string(),
          answer: givenAnswerSchema.nullable(),
        }),
      ),
      mended: z.number().int(),
    })
    .nullable(),
});
export type ReviewSheet = z.infer<typeof reviewSheetSchema>;
