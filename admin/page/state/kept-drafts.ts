// What was typed and not saved survives a reload and a lost session, in this tab and for this account only.
import * as z from 'zod';
import { type RecordInput, recordInputSchema } from '#shared/protocol/hub-api.ts';
import { session } from './session.ts';

/** A draft in the making may hold what the hub would refuse, such as an empty title. */
const typedSchema = recordInputSchema.extend({ title: z.string(), agencyId: z.string() });
const keptSchema = z.object({ baseVersion: z.number(), base: typedSchema, content: typedSchema });

export interface KeptDraft {
  /** The version the words were typed on, 0 for a new record, and its content. */
  readonly baseVersion: number;
  readonly base: RecordInput;
  readonly content: RecordInput;
}

const keyOf = (id: string) => `mingchuang-draft-${session.peek()?.account.id ?? ''}-${id}`;

/** The words kept for a record, or null. Anything unreadable counts as nothing kept. */
export function readKeptDraft(id: string): KeptDraft | null {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps the words, or forgets them when there is nothing unsaved. */
export function keepDraft(id: string, draft: KeptDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(id), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(id));
  } catch {
    // A full or forbidden session store only costs the safety net; saving to the hub still works.
  }
}
