// GET /api/search: the release in force searched on the hub, for terminals too small to hold it and for programs.
import * as z from 'zod';
import { recordKinds, validities } from '../catalogue/record.ts';

const mostValues = 50;

/** One value, or several with commas between them; values of one field are alternatives. */
function listOf<Value extends string>(item: z.ZodType<Value, string>) {
  return z
    .string()
    .max(4000)
    .transform((text) => text.split(',').filter((value) => value !== ''))
    .pipe(z.array(item).max(mostValues))
    .optional();
}

export const searchQuerySchema = z.object({
  q: z.string().max(500).default(''),
  kind: listOf(z.enum(recordKinds)),
  agency: listOf(z.string().max(100)),
  topic: listOf(z.string().max(200)),
  year: listOf(z.string().regex(/^\d{4}$/)),
  validity: listOf(z.enum(validities)),
  node: listOf(z.string().max(100)),
  matter: listOf(z.string().max(100)),
  /** The entries of a register, by its id. */
  register: listOf(z.string().max(100)),
  /** What an entry has in a place its register narrows by. */
  facet1: listOf(z.string().max(200)),
  facet2: listOf(z.string().max(200)),
  facet3: listOf(z.string().max(200)),
  sort: z.enum(['relevance', 'date']).default('relevance'),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  explain: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
});

const rangesSchema = z.array(z.tuple([z.number(), z.number()]));
const countsSchema = z.array(z.object({ value: z.string(), count: z.number() }));

/** What lists show of a record is described; the rest of it comes along as the release carries it. */
const foundRecordSchema = z.looseObject({
  id: z.string(),
  code: z.string(),
  version: z.number(),
  kind: z.enum(recordKinds),
  title: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  docNo: z.string().nullable(),
  indexNo: z.string().nullable(),
  date: z.string().nullable(),
  topic: z.string().nullable(),
  validity: z.enum(validities),
  summary: z.string(),
});

/** Field by field the SearchResult of shared/search, and the version of the release that was searched. */
export const searchAnswerSchema = z.object({
  version: z.number(),
  total: z.number(),
  totalIsLowerBound: z.boolean(),
  matched: z.enum(['whole', 'scattered', 'sounds', 'partly']).nullable(),
  alsoSearched: z.array(z.string()),
  hits: z.array(
    z.object({
      record: foundRecordSchema,
      score: z.number(),
      titleRanges: rangesSchema,
      snippet: z.object({ text: z.string(), ranges: rangesSchema }).nullable(),
      reasons: z.array(z.object({ part: z.string(), value: z.string(), points: z.number() })).optional(),
    }),
  ),
  facets: z.object({
    kind: countsSchema,
    agency: countsSchema,
    topic: countsSchema,
    year: countsSchema,
    validity: countsSchema,
    /** Counted where the search is narrowed to a register; empty otherwise. */
    facet1: countsSchema,
    facet2: countsSchema,
    facet3: countsSchema,
  }),
  facetsAreEstimates: z.boolean(),
});
