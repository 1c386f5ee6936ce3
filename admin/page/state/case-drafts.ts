// What was typed for acts on a case and not sent: in memory only, because it holds personal data, and for this account.
import { signal } from '@preact/signals';
import type { CaseAct, CaseActName } from '#shared/protocol/case-desk-api.ts';
import { session } from './session.ts';

/** Keys are account, case and act, so that nobody who signs in after is shown another's words. */
const kept = signal<ReadonlyMap<string, CaseAct>>(new Map());

const caseKey = (caseId: string) => `${session.peek()?.account.id ?? ''}/${caseId}/`;
const keyOf = (caseId: string, act: CaseActName) => `${caseKey(caseId)}${act}`;

/** The draft of this act on this case, or null. */
export function keptAct(caseId: string, act: CaseActName): CaseAct | null {
  return kept.value.get(keyOf(caseId, act)) ?? null;
}

/** Keeps what was typed, or forgets it. */
export function keepAct(caseId: string, act: CaseActName, draft: CaseAct | null): void {
  const next = new Map(kept.peek());
  if (draft === null) next.delete(keyOf(caseId, act));
  else next.set(keyOf(caseId, act), draft);
  kept.value = next;
}

/** Whether something typed for this case would be lost. */
export function hasKeptActs(caseId: string): boolean {
  const start = caseKey(caseId);
  return [...kept.value.keys()].some((key) => key.startsWith(start));
}

/**
 * Called when the screen of a case goes: by leaving it, which was asked about, everything typed is forgotten; by a
 * session that ended under it, the words wait for the same account to come back.
 */
export function forgetActs(caseId: string): void {
  if (!session.peek()) return;
  const start = caseKey(caseId);
  kept.value = new Map([...kept.peek()].filter(([key]) => !key.startsWith(start)));
}
