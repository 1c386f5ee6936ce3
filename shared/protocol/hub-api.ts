// What crosses between the hub and the pages: requests and answers of /api/, as schemas and types.
import * as z from 'zod';
import { roles } from '../accounts/roles.ts';
import { recordKinds, validities, writtenKinds } from '../catalogue/record.ts';
import { venueDisplaySchema } from './display-schema.ts';
import { reviewStates, reviewSteps } from './workflow-api.ts';

const text = (max: number) => z.string().max(max);
const nullableText = (max: number) => text(max).nullable();
const instant = z.string();
const shownInstant = z.iso.datetime();

/** A problem in RFC 9457 form; `code` is stable, `title` is for people in the asked language. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

// --- session: POST /api/session, GET /api/session, DELETE /api/session, GET /api/sessions, DELETE /api/sessions/:id

/** `code` is that of the second factor, or a recovery code; without it `accounts.code-needed` asks for it. */
export const signInSchema = z.object({ name: text(100), password: text(500), code: text(40).optional() });
/** `csrfToken` goes into the header `x-csrf-token` of every changing request. */
export const sessionSchema = z.object({
  account: z.object({
    id: z.string(),
    name: z.string(),
    displayName: z.string(),
    roles: z.array(z.enum(roles)).readonly(),
    /** The one agency whose content it may touch; null for all of them. */
    agencyId: z.string().nullable(),
  }),
  csrfToken: z.string(),
  /** True while nothing but setting up a second factor is open to it. */
  needsSecondFactor: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;
export const sessionListSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      createdAt: instant,
      lastSeenAt: instant,
      userAgent: z.string(),
      isCurrent: z.boolean(),
    }),
  ),
});
/** POST /api/account/password */
export const passwordChangeSchema = z.object({ current: text(500), next: z.string().min(10).max(500) });

// --- overview: GET /api/overview

export const overviewSchema = z.object({
  counts: z.object({
    total: z.number(),
    published: z.number(),
    awaitingReview: z.number(),
    withdrawn: z.number(),
    byKind: z.record(z.enum(writtenKinds), z.number()),
  }),
  release: z
    .object({
      version: z.number(),
      publishedAt: instant,
      records: z.number(),
      bytes: z.number(),
      note: z.string(),
    })
    .nullable(),
  /** Registers, those with changes that wait, and entries the release carries. */
  registers: z.object({ total: z.number(), waiting: z.number(), entries: z.number() }),
  /** What a publish now would bring. */
  pending: z.object({ added: z.number(), changed: z.number(), removed: z.number() }),
  terminals: z.object({
    total: z.number(),
    current: z.number(),
    behind: z.number(),
    silent: z.number(),
    withProblem: z.number(),
  }),
  recent: z.array(z.object({ at: instant, who: z.string(), action: z.string(), what: z.string() })),
});
export type Overview = z.infer<typeof overviewSchema>;

// --- records: GET /api/records, POST /api/records, GET|PUT /api/records/:id, POST /api/records/approve|withdraw

export const recordStates = ['draft', 'approved', 'withdrawn'] as const;
/** `isPublished` says whether the current release carries some version of it. */
export const listedRecordSchema = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(writtenKinds),
  title: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  docNo: z.string().nullable(),
  indexNo: z.string().nullable(),
  date: z.string().nullable(),
  topic: z.string().nullable(),
  validity: z.enum(validities),
  state: z.enum(recordStates),
  version: z.number(),
  approvedVersion: z.number().nullable(),
  isPublished: z.boolean(),
  updatedAt: instant,
  /** The review of this version; null when it was never submitted. */
  review: z.object({ state: z.enum(reviewStates), step: z.enum(reviewSteps).nullable() }).nullable(),
});
export type ListedRecord = z.infer<typeof listedRecordSchema>;
/**
 * Query of GET /api/records. Keyset paging: `cursor` is `next` of the answer before. The state `changed` is
 * approved with a newer version after it; `awaiting` is all that waits for review, `draft` and `changed` together.
 */
export const recordListQuerySchema = z.object({
  q: text(200).optional(),
  kind: z.enum(writtenKinds).optional(),
  agencyId: text(60).optional(),
  state: z.enum([...recordStates, 'changed', 'awaiting']).optional(),
  topic: text(200).optional(),
  year: text(4).optional(),
  sort: z.enum(['updated', 'date', 'title']).default('updated'),
  order: z.enum(['asc', 'desc']).default('desc'),
  cursor: text(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RecordListQuery = z.infer<typeof recordListQuerySchema>;
export const recordListSchema = z.object({
  total: z.number(),
  records: z.array(listedRecordSchema),
  next: z.string().nullable(),
});
export type RecordList = z.infer<typeof recordListSchema>;

/** What an editor may set. `details` is checked against the kind's own schema by the hub. */
export const recordInputSchema = z.object({
  kind: z.enum(writtenKinds),
  title: z.string().trim().min(1).max(500),
  agencyId: z.string().min(1),
  docNo: nullableText(200),
  indexNo: nullableText(200),
  date: nullableText(10),
  publishedOn: nullableText(10),
  topic: nullableText(200),
  genre: nullableText(100),
  nodeId: nullableText(60),
  matterId: nullableText(60),
  summary: text(2000),
  keywords: z.array(text(100)).max(50),
  validity: z.enum(validities),
  expiresOn: nullableText(10),
  /** From when and before when terminals show it; left out, it is shown as long as it is public. */
  shown: z.object({ from: shownInstant.nullable(), until: shownInstant.nullable() }).nullable().default(null),
  bodyHtml: z.string().max(8_000_000),
  details: z.unknown(),
  attachments: z
    .array(
      z.object({
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        name: text(300),
        mediaType: text(200),
        bytes: z.number().int().nonnegative(),
      }),
    )
    .max(100),
});
export type RecordInput = z.infer<typeof recordInputSchema>;
/** PUT carries the version the editor started from; another version stored meanwhile is `store.conflict` (409). */
export const recordUpdateSchema = recordInputSchema.extend({ baseVersion: z.number().int().min(1) });
export const recordDetailSchema = z.object({
  id: z.string(),
  code: z.string(),
  version: z.number(),
  state: z.enum(recordStates),
  approvedVersion: z.number().nullable(),
  publishedVersion: z.number().nullable(),
  content: recordInputSchema,
  agencyName: z.string(),
  updatedAt: instant,
  updatedBy: z.string(),
  versions: z.array(z.object({ version: z.number(), at: instant, who: z.string(), origin: z.string() })),
});
export type RecordDetail = z.infer<typeof recordDetailSchema>;
/** POST /api/records/approve and /withdraw */
export const recordIdsSchema = z.object({ ids: z.array(z.string()).min(1).max(5000) });
export const bulkAnswerSchema = z.object({
  done: z.number(),
  skipped: z.array(z.object({ id: z.string(), code: z.string(), message: z.string() })),
});
/** POST /api/records/sanitise: the body as it will be shown, for the live preview. */
export const sanitiseSchema = z.object({ html: z.string().max(8_000_000) });
export const sanitisedSchema = z.object({ html: z.string(), text: z.string() });

// --- venue: GET|PUT /api/venue, GET /api/agencies, POST /api/agencies, PUT /api/agencies/:id, GET /api/tree

export const agencySchema = z.object({
  id: z.string(),
  name: text(200),
  shortName: nullableText(100),
  address: nullableText(300),
  phone: nullableText(100),
  hours: nullableText(300),
  leader: nullableText(100),
  functions: nullableText(5000),
  order: z.number(),
});
export const agencyInputSchema = agencySchema.omit({ id: true });
export const venueSchema = z.object({
  name: text(200),
  region: text(100),
  address: nullableText(300),
  phone: nullableText(100),
  hours: nullableText(300),
  supervisionPhone: nullableText(100),
  /** Left out in a change: it stays as it is. */
  display: venueDisplaySchema.optional(),
});
export const agencyListSchema = z.object({ agencies: z.array(agencySchema) });
export const treeSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      parentId: z.string().nullable(),
      title: z.string(),
      basis: z.string().nullable(),
      order: z.number(),
    }),
  ),
});

// --- synonyms: GET|PUT /api/synonyms

/** Looser than the rules of shared/search/synonym-rules.ts, which name the row that breaks them. */
export const synonymListSchema = z.object({
  rules: z.array(z.object({ word: text(200), also: z.array(text(200)).max(100) })).max(2000),
});

// --- attachments: POST /api/attachments (multipart, field `file`) → attachment; GET /api/attachments/:sha256

export const attachmentSchema = z.object({
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
});

// --- publish: GET /api/publish/preview, POST /api/publish → job, GET /api/publish/job, GET /api/releases

/** Parts of a release that are no records. */
export const releaseSettings = ['venue', 'agencies', 'tree', 'synonyms', 'publicFigures'] as const;
export const publishPreviewSchema = z.object({
  nextVersion: z.number(),
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
  awaitingReview: z.number(),
  /** What changes beside records. */
  settings: z.array(z.enum(releaseSettings)),
  /** The first 200 of each. */
  items: z.array(
    z.object({
      id: z.string(),
      change: z.enum(['added', 'changed', 'removed']),
      kind: z.enum(recordKinds),
      title: z.string(),
      agencyName: z.string(),
    }),
  ),
});
export type PublishPreview = z.infer<typeof publishPreviewSchema>;
export const publishRequestSchema = z.object({ note: text(500) });
export const publishResultSchema = z.object({
  version: z.number(),
  records: z.number(),
  byKind: z.record(z.enum(recordKinds), z.number()),
  files: z.number(),
  bytes: z.number(),
  newFiles: z.number(),
  newBytes: z.number(),
});
export type PublishResult = z.infer<typeof publishResultSchema>;
export const publishJobSchema = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  step: z.enum(['reading', 'building', 'signing', 'verifying', 'switching']).nullable(),
  done: z.number(),
  total: z.number(),
  result: publishResultSchema.nullable(),
  problem: problemSchema.nullable(),
});
export type PublishJobView = z.infer<typeof publishJobSchema>;
export const releaseListSchema = z.object({
  releases: z.array(
    z.object({
      version: z.number(),
      publishedAt: instant,
      note: z.string(),
      who: z.string(),
      records: z.number(),
      bytes: z.number(),
      newBytes: z.number(),
      isCurrent: z.boolean(),
      isKept: z.boolean(),
    }),
  ),
});
export type ReleaseList = z.infer<typeof releaseListSchema>;

// --- audit: GET /api/audit?before=&limit=

export const auditQuerySchema = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const auditListSchema = z.object({
  entries: z.array(
    z.object({
      id: z.number(),
      at: instant,
      who: z.string(),
      action: z.string(),
      subject: z.string(),
      details: z.string(),
    }),
  ),
});

// --- health: GET /api/health

export const healthSchema = z.object({
  status: z.enum(['ok', 'failing']),
  /** Null before the first publish. */
  version: z.number().nullable(),
  checks: z.object({
    store: z.enum(['ok', 'failing']),
    keys: z.enum(['ok', 'failing']),
    release: z.enum(['ok', 'failing']),
  }),
  problems: z.array(z.string()),
});
