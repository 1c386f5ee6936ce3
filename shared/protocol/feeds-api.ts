// What crosses between the hub and whoever connects portals to it: sources and their mapping, previews, push tokens.
import * as z from 'zod';
import type { writtenKinds } from '../catalogue/record.ts';

/** What items of a feed or list become, by the name a field of the portal has there. */
export const feedTargets = [
  'id',
  'title',
  'link',
  'publishedOn',
  'date',
  'docNo',
  'indexNo',
  'topic',
  'genre',
  'keywords',
  'summary',
  'body',
] as const;
export type FeedTarget = (typeof feedTargets)[number];

/** Kinds a portal's item can become. Matters and guides have a form of their own no feed carries. */
export const feedKinds = [
  'document',
  'notice',
  'page',
] as const satisfies readonly (typeof writtenKinds)[number][];
export type FeedKind = (typeof feedKinds)[number];

export const feedLimits = {
  titleCharacters: 100,
  addressCharacters: 2000,
  hosts: 10,
  shortestIntervalMinutes: 10,
  longestIntervalMinutes: 1440,
  /** Items one push may carry. */
  pushedItems: 500,
  pushBytes: 8 * 1024 * 1024,
} as const;

/** A path into an item: names with dots between them; `content:encoded`, `data.title`, `tags.0`. */
const fieldPath = z.string().trim().min(1).max(200);
export const feedMappingSchema = z.object({
  /** Where a JSON answer keeps its list; null where the hub finds it by itself. */
  itemsPath: fieldPath.nullable(),
  /** Target → the field it is taken from; null for none. What is not named is found by the usual names. */
  fields: z.partialRecord(z.enum(feedTargets), fieldPath.nullable()),
  /** The element of the linked page that holds the article; null where the feed's own words do. */
  article: z.object({ by: z.enum(['id', 'class']), name: z.string().regex(/^[\w-]{1,100}$/u) }).nullable(),
});
export type FeedMapping = z.infer<typeof feedMappingSchema>;

export const feedSourceInputSchema = z.object({
  title: z.string().trim().min(1).max(feedLimits.titleCharacters),
  url: z.string().trim().min(1).max(feedLimits.addressCharacters),
  agencyId: z.string().min(1).max(60),
  kind: z.enum(feedKinds),
  nodeId: z.string().min(1).max(60).nullable(),
  mapping: feedMappingSchema,
  /** Hosts of this source that may lie in the hall's own network: `portal.lan`, `10.1.2.3:8080`. */
  allowedHosts: z.array(z.string().trim().min(1).max(255)).max(feedLimits.hosts),
  intervalMinutes: z
    .number()
    .int()
    .min(feedLimits.shortestIntervalMinutes)
    .max(feedLimits.longestIntervalMinutes),
  /** True when the list always holds everything, so that what is no longer in it was removed. */
  isWhole: z.boolean(),
  isActive: z.boolean(),
});
export type FeedSourceInput = z.infer<typeof feedSourceInputSchema>;

const instant = z.string();
const wordedProblem = z.object({ code: z.string(), message: z.string() });

export const feedSourceSchema = feedSourceInputSchema.extend({
  id: z.string(),
  agencyName: z.string(),
  /** Null while nothing was asked yet. */
  lastAnswer: z.enum(['changed', 'unchanged', 'failed']).nullable(),
  lastPolledAt: instant.nullable(),
  lastGoodAt: instant.nullable(),
  nextPollAt: instant,
  failures: z.number(),
  problem: wordedProblem.nullable(),
  /** What the last answer brought. */
  last: z.object({
    items: z.number(),
    created: z.number(),
    updated: z.number(),
    notes: z.array(wordedProblem),
  }),
  /** All that ever arrived, and how many of them the portal no longer has. */
  arrived: z.number(),
  missing: z.number(),
});
export type FeedSource = z.infer<typeof feedSourceSchema>;

export const feedSourceListSchema = z.object({ sources: z.array(feedSourceSchema) });

/** Tries a source that is not saved yet; `sourceId` names the saved one it would replace. */
export const feedPreviewInputSchema = feedSourceInputSchema
  .pick({ url: true, kind: true, mapping: true, allowedHosts: true })
  .extend({ sourceId: z.string().max(60).nullable() });
export type FeedPreviewInput = z.infer<typeof feedPreviewInputSchema>;

export const feedPreviewSchema = z.object({
  format: z.enum(['rss', 'atom', 'json-feed', 'json-list']),
  title: z.string(),
  items: z.number(),
  /** Fields the items have, with what the first one says. */
  fields: z.array(z.object({ path: z.string(), sample: z.string() })),
  /** Which field each target is taken from. */
  chosen: z.partialRecord(z.enum(feedTargets), z.string()),
  /** The first items as they would arrive. */
  samples: z.array(
    z.object({
      title: z.string(),
      link: z.string().nullable(),
      publishedOn: z.string().nullable(),
      date: z.string().nullable(),
      docNo: z.string().nullable(),
      summary: z.string(),
      bodyText: z.string(),
      problems: z.array(wordedProblem),
    }),
  ),
  notes: z.array(wordedProblem),
});
export type FeedPreview = z.infer<typeof feedPreviewSchema>;

/** Items the portal no longer has; nothing is done about them but to say so. */
export const missingItemsSchema = z.object({
  items: z.array(
    z.object({
      recordId: z.string(),
      title: z.string(),
      address: z.string().nullable(),
      missingSince: instant,
    }),
  ),
});
export type MissingItems = z.infer<typeof missingItemsSchema>;

/** Where a record came from, when it came from a portal. */
export const recordOriginSchema = z.object({
  origin: z
    .object({
      way: z.enum(['feed', 'push']),
      name: z.string(),
      address: z.string().nullable(),
      fetchedAt: instant,
      missingSince: instant.nullable(),
    })
    .nullable(),
});
export type RecordOrigin = z.infer<typeof recordOriginSchema>['origin'];

export const pushTokenInputSchema = z.object({
  name: z.string().trim().min(1).max(feedLimits.titleCharacters),
  agencyId: z.string().min(1).max(60),
});
export const pushTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type PushToken = z.infer<typeof pushTokenSchema>;
export const pushTokenListSchema = z.object({ tokens: z.array(pushTokenSchema) });
/** The secret is told this once. */
export const newPushTokenSchema = z.object({ token: pushTokenSchema, secret: z.string() });
