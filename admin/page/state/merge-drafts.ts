// Two people changed one record: what only one of them touched is taken from that one, the rest is a choice.
import { type RecordInput, recordInputSchema } from '#shared/protocol/hub-api.ts';
import { isSameValue } from './same-value.ts';

export type ContentField = keyof RecordInput;

const fields = Object.keys(recordInputSchema.shape) as ContentField[];

export interface MergedDraft {
  /** Holds my words wherever both of us changed a field. */
  readonly content: RecordInput;
  /** Fields both of us changed, each to something else. */
  readonly clashes: readonly ContentField[];
}

/** Merges what I typed and what was stored meanwhile, field by field, from the version both started with. */
export function mergeDrafts(base: RecordInput, mine: RecordInput, theirs: RecordInput): MergedDraft {
  const untouched = fields.filter((field) => isSameValue(mine[field], base[field]));
  const taken = Object.fromEntries(untouched.map((field) => [field, theirs[field]]));
  const clashes = fields.filter(
    (field) =>
      !untouched.includes(field) &&
      !isSameValue(theirs[field], base[field]) &&
      !isSameValue(theirs[field], mine[field]),
  );
  return { content: { ...mine, ...taken }, clashes };
}
