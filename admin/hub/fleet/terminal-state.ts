// How a terminal is doing, judged from its last report and the clock.
import type { StoredTerminal } from '../http/hub-services.ts';

/** A terminal reports after each sync and every few minutes; longer than this without a word is silence. */
export const silentAfterMs = 30 * 60 * 1000;

export interface FleetCounts {
  readonly total: number;
  readonly current: number;
  readonly behind: number;
  readonly silent: number;
  readonly withProblem: number;
}

/** Whether nothing has been heard from it for too long; a terminal that never reported counts from enrolment. */
export function isSilent(terminal: StoredTerminal, nowMs: number): boolean {
  return nowMs - Date.parse(terminal.lastSeenAt ?? terminal.enrolledAt) > silentAfterMs;
}

/** Whether it shows something older than the current release. Nothing is behind before the first publish. */
export function isBehind(terminal: StoredTerminal, currentVersion: number | null): boolean {
  return currentVersion !== null && (terminal.report?.version ?? 0) < currentVersion;
}

/** Silent terminals count as silent only; of the others, each is either current or behind. */
export function countFleet(
  terminals: readonly StoredTerminal[],
  currentVersion: number | null,
  nowMs: number,
): FleetCounts {
  const heard = terminals.filter((terminal) => !isSilent(terminal, nowMs));
  const behind = heard.filter((terminal) => isBehind(terminal, currentVersion)).length;
  return {
    total: terminals.length,
    current: heard.length - behind,
    behind,
    silent: terminals.length - heard.length,
    withProblem: terminals.filter((terminal) => terminal.report?.problem != null).length,
  };
}
