// What an annual report holds: the words of its parts, and the figures staff enter. Empty figures are null, not nought.
import * as z from 'zod';
import {
  type Applicant,
  applicants,
  type Dispute,
  type DisputeOutcome,
  disputeOutcomes,
  disputes,
  type Table1Key,
  type Table2Row,
  table1Keys,
  table2Rows,
} from './annual-form.ts';

const words = z.string().max(20_000);
const count = z.number().int().min(0).max(99_999_999).nullable();
/** Ten thousand yuan with up to six places: to the fen. */
const amount = z.number().min(0).max(99_999_999).nullable();

function shape<Key extends string, Field extends z.ZodType>(keys: readonly Key[], field: Field) {
  return z.object(Object.fromEntries(keys.map((key) => [key, field])) as Record<Key, Field>);
}

export const annualContentSchema = z.object({
  /** 一、二、三、四、五、六: the words; those of two to four stand above their tables. */
  overview: words,
  proactive: words,
  requests: words,
  disputes: words,
  problems: words,
  other: words,
  /** In all three tables null where the figure the system knows holds. */
  table1: shape(table1Keys, amount),
  table2: shape(table2Rows as readonly Table2Row[], shape(applicants, count)),
  table3: shape(disputes, shape(disputeOutcomes, count)),
});
export type AnnualContent = z.infer<typeof annualContentSchema>;

function empty<Key extends string, Value>(keys: readonly Key[], value: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value()])) as Record<Key, Value>;
}

/** A report nobody has filled in. */
export function emptyContent(): AnnualContent {
  return {
    ...{ overview: '', proactive: '', requests: '', disputes: '', problems: '', other: '' },
    table1: empty<Table1Key, number | null>(table1Keys, () => null),
    table2: empty<Table2Row, Record<Applicant, number | null>>(table2Rows as readonly Table2Row[], () =>
      empty<Applicant, number | null>(applicants, () => null),
    ),
    table3: empty<Dispute, Record<DisputeOutcome, number | null>>(disputes, () =>
      empty<DisputeOutcome, number | null>(disputeOutcomes, () => null),
    ),
  };
}

/** A cell of Table 2, and one of Table 3. */
export type RequestKey = `requests.${Table2Row}.${Applicant}`;
export type DisputeKey = `disputes.${Dispute}.${DisputeOutcome}`;
export type KnownKey = Table1Key | RequestKey | DisputeKey;

const knownKeys: readonly KnownKey[] = [
  ...table1Keys,
  ...(table2Rows as readonly Table2Row[]).flatMap((row) =>
    applicants.map((applicant): RequestKey => `requests.${row}.${applicant}`),
  ),
  ...disputes.flatMap((dispute) =>
    disputeOutcomes.map((outcome): DisputeKey => `disputes.${dispute}.${outcome}`),
  ),
];

/** What the system knows of the three tables; absent where it knows nothing. */
export type KnownFigures = Partial<Record<KnownKey, number>>;
export const knownFiguresSchema = z.partialRecord(z.enum(knownKeys as [KnownKey, ...KnownKey[]]), z.number());
