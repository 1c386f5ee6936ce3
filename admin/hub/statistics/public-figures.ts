// Works out what everybody may know: use, what became of what people handed in, answers, and agencies' times.
import { addDays, chinaDate } from '#shared/calendar/civil-day.ts';
import { spanOf } from '#shared/statistics/period-span.ts';
import {
  type FiguresOfMonth,
  figureLimits,
  type PublicAnswer,
  type PublicFigures,
} from '#shared/statistics/public-figures.ts';
import { sumOf } from '#shared/statistics/sum-keys.ts';
import { showCount } from '#shared/statistics/suppress.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import { loadBoard } from './agency-board.ts';
import { loadCaseFigures } from './case-figures.ts';
import { sumsOf } from './load-statistics.ts';
import { storedObject } from './stored-object.ts';

/** Null where there is nothing to tell yet. */
export async function loadPublicFigures(desk: Pick<Desk, 'db' | 'now'>): Promise<PublicFigures | null> {
  const { db } = desk;
  const today = chinaDate(desk.now());
  const months = await monthsOf(db, today);
  const cases = await loadCaseFigures(db, today);
  const answers = await answersOf(db);
  const board = await loadBoard(db, today);
  const isUsed = months.some(
    ({ visits, searches, opened }) => visits !== 0 || searches !== 0 || opened !== 0,
  );
  if (!isUsed && cases === null && answers.length === 0 && board === null) return null;
  return { asOf: today, months: isUsed ? months : [], cases, answers, board };
}

async function monthsOf(db: Database, today: string): Promise<FiguresOfMonth[]> {
  const present = spanOf('month', today);
  const months: FiguresOfMonth[] = [];
  for (const span of [present, spanOf('month', addDays(present.from, -1))]) {
    const sums = await sumsOf(db, span);
    months.push({
      month: span.from.slice(0, 7),
      visits: showCount(sums.visits ?? 0),
      searches: showCount(sums.searches ?? 0),
      opened: showCount(sumOf(sums, 'opened.')),
      handedOff: showCount(sumOf(sums, 'handed.')),
    });
  }
  return months;
}

/** The newest, as many as a terminal carries lightly. */
async function answersOf(db: Database): Promise<PublicAnswer[]> {
  const rows = await db
    .selectFrom('cases')
    .leftJoin('agencies', 'agencies.id', 'cases.agency_id')
    .select(['cases.published_json', 'cases.published_at', 'agencies.name'])
    .where('cases.published_json', 'is not', null)
    .where('cases.published_at', 'is not', null)
    .orderBy('cases.published_at', 'desc')
    .orderBy('cases.id')
    .limit(figureLimits.answers)
    .execute();
  const answers: PublicAnswer[] = [];
  let characters = 0;
  for (const { published_json, published_at, name } of rows) {
    const answer = readAnswer(published_json ?? '', published_at ?? '', name ?? '');
    if (answer === null) continue;
    characters += answer.question.length + answer.answer.length;
    if (characters > figureLimits.answersCharacters) break;
    answers.push(answer);
  }
  return answers;
}

function readAnswer(json: string, at: string, agencyName: string): PublicAnswer | null {
  const { title, question, answer } = storedObject(json);
  if (typeof title !== 'string' || typeof question !== 'string' || typeof answer !== 'string') return null;
  return {
    title: cut(title, figureLimits.title),
    question: cut(question, figureLimits.question),
    answer: cut(answer, figureLimits.answer),
    agencyName,
    on: chinaDate(Date.parse(at)),
  };
}

function cut(text: string, most: number): string {
  const whole = text.trim().toWellFormed();
  return whole.length <= most ? whole : `${whole.slice(0, most).toWellFormed()}…`;
}
