// POST /api/release-groups/:id/preview, asked by the kiosk's page at `/preview?group=<id>&record=<id>`: what the kiosk asks of its catalogue, answered from the release that is not out yet.
import * as z from 'zod';
import { filterFields } from '../search/types.ts';

const values = z.array(z.string().max(200)).max(50);
const filters = z.partialRecord(z.enum(filterFields), values);
const id = z.string().min(1).max(100);

export const previewQuestionSchema = z.discriminatedUnion('ask', [
  /** Builds the preview where something was done since; asked first. */
  z.object({ ask: z.literal('manifest') }),
  z.object({
    ask: z.literal('search'),
    query: z.object({
      text: z.string().max(500),
      filters,
      sort: z.enum(['relevance', 'date']),
      offset: z.number().int().min(0).max(10_000),
      limit: z.number().int().min(1).max(200),
    }),
  }),
  z.object({ ask: z.literal('keypad'), text: z.string().max(500), filters }),
  z.object({ ask: z.literal('finds'), texts: z.array(z.string().max(500)).max(20), filters }),
  z.object({
    ask: z.literal('keypadWithin'),
    passages: z.array(z.string().max(100_000)).max(5000),
    letters: z.string().max(100),
  }),
  z.object({ ask: z.literal('record'), id }),
  z.object({ ask: z.literal('recordByCode'), code: z.string().max(20) }),
  z.object({ ask: z.literal('bodyPart'), id, part: z.number().int().min(0).max(100_000) }),
]);
export type PreviewQuestion = z.infer<typeof previewQuestionSchema>;

/** The answer as the kiosk's engine would get it from its own worker. */
export const previewAnswerSchema = z.object({ answer: z.unknown() });
