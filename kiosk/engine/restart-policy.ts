// How often a worker that dies is started again: at once, then slower, then after a rest.

const windowMs = 60_000;
const maxRestartsInWindow = 5;
const firstDelayMs = 100;
const restMs = 60_000;

export class RestartPolicy {
  private recent: number[] = [];
  private restUntilMs = 0;

  /** Records a death at `nowMs` (any steady clock) and tells how long to wait before the next start. */
  next(nowMs: number): number {
    this.recent = [...this.recent.filter((at) => nowMs - at < windowMs), nowMs];
    if (this.recent.length <= maxRestartsInWindow) return firstDelayMs * 2 ** (this.recent.length - 1);
    this.recent = [];
    this.restUntilMs = nowMs + restMs;
    return restMs;
  }

  /** True while resting: calls made now could only wait. */
  isExhausted(nowMs: number): boolean {
    return nowMs < this.restUntilMs;
  }
}
