// What an act on a case gets to see and gives back, and the checks many acts share.
import { readCourse } from '#shared/cases/case-course.ts';
import type { CaseChannel } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseAct, CaseActName } from '#shared/protocol/case-desk-api.ts';
import { isSingleHanded } from '../../editorial/single-handed.ts';
import type { Actor } from '../../http/actor.ts';
import type { CaseTable } from '../../store/case-tables.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { NewEvent, StoredEvent } from '../case-events.ts';
import type { CaseWords } from '../case-words.ts';
import { noteOf, type OpenedCase } from './opened-case.ts';

export interface ActContext {
  /** Inside the transaction of the act. */
  readonly caseDesk: CaseDesk;
  readonly opened: OpenedCase;
  readonly actor: Actor;
  /** The day in China. */
  readonly today: string;
}

/** What an act does to its case; state, due date and the like follow from the events. */
export interface Effect {
  readonly events: readonly NewEvent[];
  readonly columns?: Partial<CaseTable>;
  readonly words?: Partial<CaseWords>;
  /** For the trail, beside the act's name; nothing personal. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type ActOf<Name extends CaseActName> = Extract<CaseAct, { act: Name }>;
export type Handler<Name extends CaseActName> = (
  context: ActContext,
  act: ActOf<Name>,
) => Effect | Promise<Effect>;
export type Handlers<Name extends CaseActName> = { readonly [Key in Name]: Handler<Key> };

/** The first line of a consultation's note names the party, so that no name stands in the facts. */
export const consultationNote = (party: string, words: string): string =>
  `${party.replace(/\s+/gu, ' ').trim()}\n${words}`;

/** The party of a consultation and what was written, from its note. */
export function readConsultationNote(note: string): { readonly party: string; readonly words: string } {
  const end = note.indexOf('\n');
  return end < 0 ? { party: note, words: '' } : { party: note.slice(0, end), words: note.slice(end + 1) };
}

/** Throws `cases.day-ahead`: what is put down has happened. */
export function requirePast(on: string, today: string): void {
  if (on > today) throw new AppError('cases.day-ahead', { date: on });
}

/** Throws `cases.day-early` for a day before `first`. */
export function requireFrom(on: string, first: string): void {
  if (on < first) throw new AppError('cases.day-early', { date: on, last: first });
}

/** A day of the clock: not ahead, and not before the step before. */
export function requireClockDay({ opened, today }: ActContext, on: string): void {
  requirePast(on, today);
  requireFrom(on, opened.course.clockEvents.at(-1)?.on ?? opened.course.arrivedOn);
}

/**
 * Throws `cases.own-decision` when whoever handles the case, or is named in `others`, decides about it, unless one person
 * alone runs the desk; tells whether that is so.
 */
export async function requireOther(
  { caseDesk, opened, actor }: ActContext,
  others: readonly string[],
): Promise<{ readonly isSingleHanded: boolean }> {
  if (await isSingleHanded(caseDesk.desk.db)) return { isSingleHanded: true };
  if (opened.row.handler_id === actor.accountId || others.includes(actor.name))
    throw new AppError('cases.own-decision');
  return { isSingleHanded: false };
}

/** Consultations nobody has answered yet, each with the name of its party. */
export function openParties(context: Pick<ActContext, 'caseDesk' | 'opened'>) {
  const { opened, caseDesk } = context;
  return opened.course.consultations
    .filter(({ answeredOn }) => answeredOn === null)
    .map((one) => ({ ...one, party: partyOf(caseDesk, opened, one.number) }));
}

/** Name of the party a consultation was begun with; empty once erased. */
export function partyOf(caseDesk: Pick<CaseDesk, 'vault'>, opened: OpenedCase, number: number): string {
  const begun = opened.events.find(
    ({ kind, facts }) => kind === 'consultation-begun' && facts.party === String(number),
  );
  return begun === undefined ? '' : readConsultationNote(noteOf(caseDesk, opened, begun)).party;
}

/** How many consultations the case has seen, those before a fresh start among them. */
export function consultationCount(events: readonly StoredEvent[]): number {
  return events.filter(({ kind }) => kind === 'consultation-begun').length;
}

/** The course as it would be with these events added. */
export function courseWith({ row, events }: OpenedCase, added: readonly NewEvent[]) {
  const more = added.map(({ kind, on, facts = {} }) => ({ kind, on, facts }));
  return readCourse(row.channel as CaseChannel, [...events, ...more]);
}
