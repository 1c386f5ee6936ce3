// A consultation as it arrives from outside, within the details of a notice: bounded, and whole or refused.
import * as z from 'zod';
import { optionalWords, words } from '../catalogue/schema-words.ts';
import { consultationKinds, mostPoints } from './consultation.ts';

const recordId = z.string().min(1).max(60);

export const hearingSchema = z.object({
  on: z.iso.date(),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: words(300).min(1),
  seats: z.number().int().min(1).max(10_000),
  conditions: words(1000).default(''),
});

export const pointsSchema = z.array(words(200).min(1)).max(mostPoints).default([]);

/** Other ways to answer; each may be missing. */
const waysSchema = z.object({
  post: optionalWords(500),
  email: optionalWords(200),
  phone: optionalWords(200),
  place: optionalWords(500),
});

export const consultationSchema = waysSchema.extend({
  kind: z.enum(consultationKinds),
  points: pointsSchema,
  hearing: hearingSchema.nullable().default(null),
  draftId: recordId.nullable().default(null),
  affectsBusiness: z.boolean().default(false),
  resultIds: z.array(recordId).max(4).default([]),
});

/** What keeps a period and a hearing from fitting together; null when they do. */
export function periodFault(notice: {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly consultation?: Pick<z.infer<typeof consultationSchema>, 'kind' | 'hearing'> | undefined;
}): 'no-period' | 'backwards' | 'no-hearing' | 'hearing-too-early' | null {
  const { consultation, startsOn, endsOn } = notice;
  if (consultation === undefined) return null;
  if (!isWholeDate(startsOn) || !isWholeDate(endsOn)) return 'no-period';
  if (endsOn < startsOn) return 'backwards';
  if (consultation.kind !== 'hearing') return null;
  if (consultation.hearing === null) return 'no-hearing';
  return consultation.hearing.on < endsOn ? 'hearing-too-early' : null;
}

const isWholeDate = (date: string | null): date is string => z.iso.date().safeParse(date).success;
