// What a notice says when it asks people: comments on a draft, objections to a public notice, or a hearing to come to.

/** comment 征求意见 · objection 公示异议 · hearing 听证. */
export const consultationKinds = ['comment', 'objection', 'hearing'] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

/** A hearing that can be signed up for; until when is the last day of the notice's own period. */
export interface HearingFacts {
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** `HH:MM` */
  readonly at: string;
  readonly place: string;
  readonly seats: number;
  /** Who may sign up; empty for everybody. */
  readonly conditions: string;
}

/**
 * Travels in the details of a notice, so that it is reviewed and published like every word of it. Its period is the
 * notice's own (`startsOn`, `endsOn`), and where objections go in writing is the notice's `objection`.
 */
export interface NoticeConsultation {
  readonly kind: ConsultationKind;
  /** Points or chapters people are asked about, in order; empty when they are asked about the whole. */
  readonly points: readonly string[];
  readonly post: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly place: string | null;
  readonly hearing: HearingFacts | null;
  /** The record that is put out, where the notice is not it. */
  readonly draftId: string | null;
  readonly affectsBusiness: boolean;
  /**
   * Ids kept for the records that will answer it: what was taken up, and who takes part. Whoever holds a release looks
   * for them, so that an answer appears beside the first notice without that notice being published anew.
   */
  readonly resultIds: readonly string[];
}

/** The longest list of points. */
export const mostPoints = 40;

/** What staff make of a comment or objection: taken up, partly, or not. */
export const verdicts = ['taken', 'partly', 'not-taken'] as const;
export type Verdict = (typeof verdicts)[number];
