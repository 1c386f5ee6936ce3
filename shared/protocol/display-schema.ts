// How a venue's screens look and when they are awake, as it crosses between admin page and hub.
import * as z from 'zod';
import { wallLayouts } from '../catalogue/venue-display.ts';

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
const daySpan = z.object({
  days: z.array(weekday).max(50),
  from: z.string().max(20),
  to: z.string().max(20),
});

/** Looser than the rules of shared/catalogue/display-rules.ts, which name the field and row that break them. */
export const venueDisplaySchema = z.object({
  accent: z.string().max(100).nullable(),
  emblem: z.string().max(100).nullable(),
  showsDue: z.boolean().optional(),
  opening: z.array(daySpan).max(100),
  quiet: z.array(daySpan).max(100),
  wall: z.object({
    plan: z.array(z.object({ layout: z.enum(wallLayouts), span: daySpan.nullable() })).max(100),
    pageSeconds: z.number(),
  }),
});
