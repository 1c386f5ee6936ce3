// Figures everybody may see: worked out by the hub when it publishes, and carried by the release.
import type { ShownCount, ShownParts } from './suppress.ts';

/** One month at the terminals of the venue. */
export interface FiguresOfMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly visits: ShownCount;
  readonly searches: ShownCount;
  readonly opened: ShownCount;
  readonly handedOff: ShownCount;
}

export const opinionParts = ['done', 'underWay', 'notPossible'] as const;
export type OpinionPart = (typeof opinionParts)[number];
export const requestParts = ['answered', 'waiting'] as const;
export type RequestPart = (typeof requestParts)[number];

/** What became of what people handed in this year. */
export interface FiguresOfCases {
  readonly year: number;
  /** Opinions, complaints, suggestions and questions. */
  readonly opinions: ShownParts<OpinionPart>;
  readonly requests: ShownParts<RequestPart>;
  /** Mean of the marks from 1 to 5 that people gave answers; null where too few did. */
  readonly satisfaction: number | null;
  readonly satisfied: ShownCount;
}

/** A question with its answer, reviewed and without anything personal. */
export interface PublicAnswer {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly agencyName: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
}

/** One agency on the accountability board. */
export interface AgencyFigures {
  readonly agencyId: string;
  readonly name: string;
  /** Working days from receipt to answer; null where too few were answered or the calendar does not reach. */
  readonly medianDays: number | null;
  readonly satisfaction: number | null;
  readonly overdue: ShownCount;
}

export interface PublicFigures {
  /** `YYYY-MM-DD`: up to and with this day. */
  readonly asOf: string;
  /** The present month and the one before it, newest first. */
  readonly months: readonly FiguresOfMonth[];
  readonly cases: FiguresOfCases | null;
  /** Newest first. */
  readonly answers: readonly PublicAnswer[];
  /** Null where the venue does not show it. */
  readonly board: readonly AgencyFigures[] | null;
}

/** Bounds of what a release carries of it: a terminal reads it at every start. */
export const figureLimits = {
  months: 2,
  answers: 200,
  agencies: 300,
  title: 120,
  question: 500,
  answer: 1_500,
  answersCharacters: 120_000,
} as const;
