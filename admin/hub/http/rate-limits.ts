// How often one address may do what costs the hub something.
import { CaseCodeGuard } from './case-code-guard.ts';
import { RateLimiter } from './rate-limiter.ts';

/**
 * Generous for a hall whose phones share one address, tight enough that one machine can't keep the hub busy.
 * Sign-in has its own lock-out in the accounts service; this only bounds the work of hashing passwords.
 */
export interface RateLimits {
  readonly signIn: RateLimiter;
  readonly enrol: RateLimiter;
  readonly report: RateLimiter;
  readonly phone: RateLimiter;
  readonly search: RateLimiter;
  readonly upload: RateLimiter;
  readonly handoffList: RateLimiter;
  /** Pages and uploads behind upload links, and the trying of their secrets. */
  readonly transferLink: RateLimiter;
  /** Batches of a terminal's outbox, by terminal, and by address where many stand behind one. */
  readonly outbox: RateLimiter;
  readonly outboxAddress: RateLimiter;
  /** Pushes of portals. */
  readonly push: RateLimiter;
  /** Questions to portals on behalf of staff. */
  readonly portal: RateLimiter;
  /** Submissions and completions of residents: a hall's phones share one address. */
  readonly caseSubmit: RateLimiter;
  /** Pieces of uploads, and asking how far they are. */
  readonly casePiece: RateLimiter;
  /** Bytes of uploads that are opened, in MB. */
  readonly caseUploadMb: RateLimiter;
  /** Looking things up by a receipt code, right or wrong. */
  readonly caseLookUp: RateLimiter;
  /** The guessing of receipt codes and digits. */
  readonly caseCodes: CaseCodeGuard;
}

export function createRateLimits(now: () => number): RateLimits {
  return {
    signIn: new RateLimiter({ burst: 60, perSecond: 1 }, now),
    enrol: new RateLimiter({ burst: 120, perSecond: 1 }, now),
    report: new RateLimiter({ burst: 120, perSecond: 2 }, now),
    phone: new RateLimiter({ burst: 300, perSecond: 20 }, now),
    search: new RateLimiter({ burst: 300, perSecond: 20 }, now),
    upload: new RateLimiter({ burst: 60, perSecond: 1 }, now),
    handoffList: new RateLimiter({ burst: 60, perSecond: 0.5 }, now),
    transferLink: new RateLimiter({ burst: 60, perSecond: 0.5 }, now),
    outbox: new RateLimiter({ burst: 60, perSecond: 0.5 }, now),
    outboxAddress: new RateLimiter({ burst: 600, perSecond: 5 }, now),
    push: new RateLimiter({ burst: 60, perSecond: 0.5 }, now),
    portal: new RateLimiter({ burst: 30, perSecond: 0.2 }, now),
    caseSubmit: new RateLimiter({ burst: 40, perSecond: 1 / 30 }, now),
    casePiece: new RateLimiter({ burst: 1000, perSecond: 10 }, now),
    caseUploadMb: new RateLimiter({ burst: 300, perSecond: 100 / 3600 }, now),
    caseLookUp: new RateLimiter({ burst: 120, perSecond: 0.5 }, now),
    caseCodes: new CaseCodeGuard(now),
  };
}
