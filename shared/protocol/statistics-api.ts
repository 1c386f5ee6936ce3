// What crosses between the hub and the desk about use of the terminals, and what people look for without finding it.
import * as z from 'zod';
import { recordKinds } from '../catalogue/record.ts';
import { fileFormats } from './ledgers-api.ts';

const id = z.string().min(1).max(60);
const day = z.iso.date();
const words = (longest: number) => z.string().trim().max(longest);
const sums = z.record(z.string(), z.number());

export const statisticPeriods = ['day', 'week', 'month', 'year'] as const;
export type StatisticPeriod = (typeof statisticPeriods)[number];

/** GET /api/statistics: the period that holds `on`; of one terminal, or of the whole venue. */
export const statisticsQuerySchema = z.object({
  period: z.enum(statisticPeriods).default('month'),
  on: day.optional(),
  terminalId: id.optional(),
});
export type StatisticsQuery = z.infer<typeof statisticsQuerySchema>;

export const lookedForSchema = z.object({ words: z.string(), sessions: z.number() });

export const statisticsSchema = z.object({
  period: z.enum(statisticPeriods),
  from: z.string(),
  to: z.string(),
  today: z.string(),
  /** Sums of shared/statistics by their keys. */
  sums,
  /** The same of the period before, as far into it. */
  before: sums,
  /** Hours of a day, days of a week or month, months of a year, in order; what is yet to come is not there. */
  series: z.array(
    z.object({
      at: z.string(),
      visits: z.number(),
      searches: z.number(),
      opened: z.number(),
      handed: z.number(),
    }),
  ),
  /** Visits by day of the week (0 is Monday) and hour: 7 × 24. */
  heat: z.array(z.array(z.number())),
  terminals: z.array(z.object({ id, name: z.string(), sums })),
  records: z.array(z.object({ id, title: z.string(), kind: z.enum(recordKinds), opened: z.number() })),
  lookedFor: z.array(lookedForSchema),
  notFound: z.array(lookedForSchema.extend({ taskId: z.string().nullable() })),
});
export type Statistics = z.infer<typeof statisticsSchema>;

/** GET /api/statistics/months: a year month by month, in the form archives report. */
export const monthlyQuerySchema = z.object({ year: z.coerce.number().int().min(2000).max(2100) });
export const monthlySchema = z.object({
  year: z.number(),
  months: z.array(
    z.object({
      month: z.string(),
      /** 利用人次 */
      visits: z.number(),
      /** 利用件次 */
      opened: z.number(),
      /** 检索次数 */
      searches: z.number(),
      /** 手机带走 */
      handed: z.number(),
    }),
  ),
});
export type Monthly = z.infer<typeof monthlySchema>;

/** GET /api/statistics/file: the period as paper or file; `what=months` gives the year by months. */
export const statisticsFileQuerySchema = statisticsQuerySchema.extend({
  what: z.enum(['period', 'months']).default('period'),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  format: z.enum(fileFormats).default('xlsx'),
});
export type StatisticsFileQuery = z.infer<typeof statisticsFileQuerySchema>;

/** open: to be looked after · drafted: a draft was made · linked: a matter covers it · done · dropped. */
export const contentTaskStates = ['open', 'drafted', 'linked', 'done', 'dropped'] as const;
export type ContentTaskState = (typeof contentTaskStates)[number];

/** Something people look for and do not find, for an agency to see to. */
export const contentTaskSchema = z.object({
  id,
  words: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  state: z.enum(contentTaskStates),
  /** Visits that looked for it when the task was made. */
  sessions: z.number(),
  note: z.string(),
  /** The draft made of it, or the matter or record that answers it. */
  record: z.object({ id, title: z.string() }).nullable(),
  revision: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
});
export type ContentTask = z.infer<typeof contentTaskSchema>;

/** GET /api/statistics/tasks: a contributor sees those of their agency. */
export const contentTaskListSchema = z.object({ open: z.number(), tasks: z.array(contentTaskSchema) });

/** POST /api/statistics/tasks */
export const contentTaskInputSchema = z.object({
  words: z.string().trim().min(1).max(40),
  agencyId: id,
  note: words(500).default(''),
});
export type ContentTaskInput = z.infer<typeof contentTaskInputSchema>;

/** POST /api/statistics/tasks/:id: `store.conflict` when somebody was faster. */
export const contentTaskCallSchema = z.object({
  revision: z.number().int(),
  act: z.discriminatedUnion('act', [
    /** Makes a draft with the words as its title. */
    z.object({ act: z.literal('draft') }),
    /** Names what answers it. */
    z.object({ act: z.literal('link'), recordId: id }),
    z.object({ act: z.literal('done'), note: words(500) }),
    z.object({ act: z.literal('drop'), note: words(500) }),
    z.object({ act: z.literal('reopen') }),
  ]),
});
export type ContentTaskCall = z.infer<typeof contentTaskCallSchema>;
export type ContentTaskAct = ContentTaskCall['act'];
