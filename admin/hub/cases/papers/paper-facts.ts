// What a paper is filled from: the case as it stands, with the names and settings its texts need.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { type CaseKind, isFormal } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseSettings } from '#shared/protocol/case-desk-api.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { StoredEvent } from '../case-events.ts';
import { loadCaseSettings } from '../case-settings.ts';
import type { CaseWords } from '../case-words.ts';
import { partyOf, readConsultationNote } from '../handling/act-context.ts';
import { loadRowNames } from '../handling/case-rows.ts';
import { noteOf, type OpenedCase } from '../handling/opened-case.ts';
import { kindWords } from './paper-words.ts';

/** A consultation with what its event's note says. */
export interface PaperConsultation {
  readonly with: 'third-party' | 'joint-agency';
  readonly party: string;
  readonly question: string;
  readonly answerDue: string;
}

export interface PaperFacts {
  readonly opened: OpenedCase;
  readonly words: CaseWords;
  readonly settings: CaseSettings;
  /** The agency in charge, else the office. */
  readonly agency: string;
  readonly handler: string;
  readonly today: string;
  readonly consultations: readonly PaperConsultation[];
}

export async function loadPaperFacts(
  caseDesk: CaseDesk,
  opened: OpenedCase,
  words: CaseWords,
): Promise<PaperFacts> {
  const { db } = caseDesk.desk;
  const { agency_id, handler_id } = opened.row;
  const settings = await loadCaseSettings(db);
  const { agencies, accounts } = await loadRowNames(db, [opened.row]);
  return {
    ...{ opened, words, settings },
    agency: agencies.get(agency_id ?? '') ?? settings.officeName,
    handler: accounts.get(handler_id ?? '') ?? '',
    today: chinaDate(caseDesk.desk.now()),
    consultations: opened.course.consultations.map((one) => ({
      with: one.with,
      party: partyOf(caseDesk, opened, one.number),
      question: questionOf(caseDesk, opened, one.number),
      answerDue: opened.clock.answerDue.get(one.number) ?? '',
    })),
  };
}

function questionOf(caseDesk: CaseDesk, opened: OpenedCase, number: number): string {
  const begun = opened.events.find(
    ({ kind, facts }) => kind === 'consultation-begun' && facts.party === String(number),
  );
  return begun === undefined ? '' : readConsultationNote(noteOf(caseDesk, opened, begun)).words;
}

/** The newest event of a kind. Throws `cases.paper-unfit` where there is none. */
export function lastEvent({ opened }: PaperFacts, kind: StoredEvent['kind']): StoredEvent {
  const found = findEvent(opened, kind);
  if (found === undefined) throw unfit();
  return found;
}

/** The newest event of a kind. */
export const findEvent = ({ events }: OpenedCase, kind: StoredEvent['kind']): StoredEvent | undefined =>
  events.findLast((event) => event.kind === kind);

export const unfit = (): AppError => new AppError('cases.paper-unfit');

/** Whom the paper is for: the person, or the organisation. */
export function addresseeOf({ words: { applicant } }: PaperFacts): string {
  const name = applicant?.class === 'person' ? applicant.name : applicant?.organisation;
  return name === undefined || name === '' ? '来件人' : name;
}

export const kindOf = ({ opened }: PaperFacts): string => kindWords[opened.row.kind as CaseKind];

export const isApplication = ({ opened }: PaperFacts): boolean => isFormal(opened.row.kind as CaseKind);

/** Paragraphs of a body, without empty ones. */
export const paragraphs = (...all: readonly string[]): string => all.filter((one) => one !== '').join('\n');
