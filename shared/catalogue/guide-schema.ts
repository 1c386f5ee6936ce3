// The details of a service guide as a schema.
import * as z from 'zod';
import { optionalWords, wholeNumber, wordList, words } from './schema-words.ts';

/** Rows of a small table; a row nobody wrote anything into is none. */
const rows = <Shape extends z.ZodRawShape>(length: number, shape: Shape) =>
  z
    .array(z.object(shape))
    .max(length)
    .default([])
    .transform((all) => all.filter((row) => Object.values(row).some((cell) => cell !== null && cell !== '')));

/** The details of a guide as they arrive from outside. */
export const guideSchema = z.object({
  type: z.literal('guide'),
  itemType: optionalWords(200),
  itemCode: optionalWords(200),
  audience: optionalWords(500),
  level: optionalWords(200),
  address: optionalWords(1000),
  window: optionalWords(500),
  hours: optionalWords(1000),
  method: optionalWords(1000),
  phone: optionalWords(200),
  complaintPhone: optionalWords(200),
  statutoryLimit: optionalWords(500),
  promisedLimit: optionalWords(500),
  fee: optionalWords(5000),
  visits: wholeNumber.nullable().default(null),
  result: optionalWords(1000),
  onlineUrl: optionalWords(2000).refine((url) => url === null || /^https?:\/\//i.test(url), {
    message: 'http:// or https://',
  }),
  subjects: wordList(20, 100).transform((all) => [...new Set(all.filter((one) => one !== ''))]),
  group: optionalWords(500),
  conditions: wordList(200, 5000),
  materials: z
    .array(
      z.object({
        name: words(1000),
        copies: optionalWords(200),
        form: optionalWords(200),
        source: optionalWords(500),
        required: z.boolean().default(true),
        blankForm: optionalWords(500),
        sampleForm: optionalWords(500),
      }),
    )
    .max(500)
    .default([]),
  steps: z
    .array(
      z.object({
        name: words(500),
        person: optionalWords(500),
        limit: optionalWords(500),
        result: optionalWords(1000),
      }),
    )
    .max(200)
    .default([]),
  basis: wordList(500, 5000),
  laws: rows(200, { name: optionalWords(500), docNo: optionalWords(200), article: optionalWords(500) }),
  fees: rows(100, {
    item: words(1000).default(''),
    basis: optionalWords(2000),
    standard: optionalWords(2000),
  }),
  places: rows(100, {
    name: optionalWords(300),
    address: optionalWords(1000),
    window: optionalWords(500),
    hours: optionalWords(1000),
    phone: optionalWords(200),
  }),
  questions: z
    .array(z.object({ question: words(2000), answer: words(10_000) }))
    .max(500)
    .default([]),
});
