// Bounded parsing of the public figures a release carries.
import {
  type AgencyFigures,
  type FiguresOfCases,
  type FiguresOfMonth,
  figureLimits,
  opinionParts,
  type PublicAnswer,
  type PublicFigures,
  requestParts,
} from '../statistics/public-figures.ts';
import type { ShownCount, ShownParts } from '../statistics/suppress.ts';
import {
  asArray,
  asInteger,
  asMatch,
  asObject,
  asString,
  field,
  type JsonObject,
  ShapeError,
} from './bounded-json.ts';

const mostCounted = 2 ** 31 - 1;
const day = /^\d{4}-\d\d-\d\d$/;

/** Throws ShapeError for anything a hub of ours would not have written. */
export function parseFigures(value: unknown): PublicFigures {
  const raw = asObject(value, 'publicFigures');
  const cases = field(raw, 'cases');
  const board = field(raw, 'board');
  return {
    asOf: asMatch(field(raw, 'asOf'), day, 10, 'asOf'),
    months: asArray(field(raw, 'months'), figureLimits.months, 'months').map(parseMonth),
    cases: cases === null ? null : parseCases(asObject(cases, 'cases')),
    answers: asArray(field(raw, 'answers'), figureLimits.answers, 'answers').map(parseAnswer),
    board: board === null ? null : asArray(board, figureLimits.agencies, 'board').map(parseAgency),
  };
}

function parseMonth(value: unknown): FiguresOfMonth {
  const raw = asObject(value, 'month');
  return {
    month: asMatch(field(raw, 'month'), /^\d{4}-\d\d$/, 7, 'month'),
    visits: shown(raw, 'visits'),
    searches: shown(raw, 'searches'),
    opened: shown(raw, 'opened'),
    handedOff: shown(raw, 'handedOff'),
  };
}

function parseCases(raw: JsonObject): FiguresOfCases {
  return {
    year: asInteger(field(raw, 'year'), 1970, 9999, 'year'),
    opinions: parseParts(field(raw, 'opinions'), opinionParts),
    requests: parseParts(field(raw, 'requests'), requestParts),
    satisfaction: mean(raw, 'satisfaction', 5),
    satisfied: shown(raw, 'satisfied'),
  };
}

function parseParts<Name extends string>(value: unknown, names: readonly Name[]): ShownParts<Name> {
  const raw = asObject(value, 'parts');
  const parts = asObject(field(raw, 'parts'), 'parts');
  const isWhole = field(raw, 'isWhole');
  if (typeof isWhole !== 'boolean') throw new ShapeError('isWhole is neither true nor false');
  return {
    parts: Object.fromEntries(names.map((name) => [name, shown(parts, name)])) as Record<Name, ShownCount>,
    total: asInteger(field(raw, 'total'), 0, mostCounted, 'total'),
    isWhole,
  };
}

function parseAnswer(value: unknown): PublicAnswer {
  const raw = asObject(value, 'answer');
  return {
    title: asString(field(raw, 'title'), figureLimits.title + 1, 'title'),
    question: asString(field(raw, 'question'), figureLimits.question + 1, 'question'),
    answer: asString(field(raw, 'answer'), figureLimits.answer + 1, 'answer'),
    agencyName: asString(field(raw, 'agencyName'), 500, 'agencyName'),
    on: asMatch(field(raw, 'on'), day, 10, 'on'),
  };
}

function parseAgency(value: unknown): AgencyFigures {
  const raw = asObject(value, 'agency figures');
  return {
    agencyId: asString(field(raw, 'agencyId'), 100, 'agencyId'),
    name: asString(field(raw, 'name'), 500, 'name'),
    medianDays: mean(raw, 'medianDays', 10_000),
    satisfaction: mean(raw, 'satisfaction', 5),
    overdue: shown(raw, 'overdue'),
  };
}

function shown(raw: JsonObject, key: string): ShownCount {
  const value = field(raw, key);
  return value === null ? null : asInteger(value, 0, mostCounted, key);
}

function mean(raw: JsonObject, key: string, most: number): number | null {
  const value = field(raw, key);
  if (value === null) return null;
  if (typeof value !== 'number' || !(value >= 0 && value <= most)) throw new ShapeError(`${key} is no mean`);
  return value;
}
