// Cases as cells of the request ledger and of the register of opinions.
import type { CaseChannel, CaseOutcome } from '#shared/cases/case-kinds.ts';
import type { Language } from '#shared/errors/app-error.ts';
import type { Applicant, Dispute, DisputeOutcome } from '#shared/reports/annual-form.ts';
import type { ReportValue } from '#shared/reports/report-table.ts';
import { caseLedgerWords } from './case-ledger-words.ts';
import type { CaseFact } from './case-source.ts';

/** A cell of several lines. */
const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** The columns of the request ledger behind the row's number. */
export function requestCells(fact: CaseFact, language: Language): ReportValue[] {
  const words = caseLedgerWords[language];
  const { row, course, events } = fact;
  const dayOf = (kind: string) => events.findLast((event) => event.kind === kind)?.on ?? '';
  const [asked, completed] = [dayOf('completion-asked'), dayOf('completed')];
  return [
    ...[row.number, row.received_on, words.channel[row.channel as CaseChannel]],
    row.applicant_class === null ? '' : words.class[row.applicant_class as Applicant],
    ...[fact.gist, fact.agency],
    lines([asked === '' ? '' : words.asked(asked), completed === '' ? '' : words.completed(completed)]),
    lines(course.consultations.map((one) => words.span(one.begunOn, one.answeredOn ?? '…'))),
    course.extension === 'granted' ? words.extended(course.extensionDays) : '',
    ...[row.due_on, resultWords(fact, language), row.replied_on, course.deliveredOn],
    lines(disputesOf(fact).map(([kind, outcome]) => words.dispute(kind, outcome))),
  ];
}

function resultWords({ course }: CaseFact, language: Language): string {
  const words = caseLedgerWords[language];
  const { state, reply } = course;
  if (reply?.kind != null) return words.reply[reply.kind];
  return state === 'moved' || state === 'merged' || state === 'withdrawn' ? words.state[state] : '';
}

/** The last that was heard of each kind of dispute. */
function disputesOf({ events }: CaseFact): [Dispute, DisputeOutcome][] {
  const found = events.filter(({ kind }) => kind === 'dispute');
  const latest = new Map(
    found.map(({ facts }) => [facts.dispute as Dispute, facts.outcome as DisputeOutcome]),
  );
  return [...latest];
}

/** The columns of the register of opinions behind the row's number; who it is from is not told. */
export function voiceCells(fact: CaseFact, language: Language): ReportValue[] {
  const { row, events } = fact;
  const words = caseLedgerWords[language];
  return [
    ...[row.number, row.received_on, words.channel[row.channel as CaseChannel], ''],
    ...[fact.gist, fact.agency, fact.answer, outcomeWords(fact, language), row.replied_on],
    events[0]?.who ?? '',
  ];
}

function outcomeWords({ row, course }: CaseFact, language: Language): string {
  const { outcome, state, open } = caseLedgerWords[language];
  const standing = course.state;
  if (standing === 'moved' || standing === 'merged' || standing === 'withdrawn') return state[standing];
  if (row.outcome !== null) return outcome[row.outcome as CaseOutcome];
  if (course.settledOn !== null) return open.settled;
  return standing === 'received' ? open.received : open.underWay;
}
