// What of the events of a case the applicant is told, and in which step.
import type { Language } from '#shared/errors/app-error.ts';
import type { CaseEventKind } from '#shared/protocol/case-desk-api.ts';
import type { CaseProgress } from '#shared/protocol/cases-api.ts';
import type { CaseEventTable } from '../../store/case-tables.ts';
import { type CaseFacts, readFacts } from '../case-clock.ts';
import { stepWords } from './step-words.ts';

type Step = CaseProgress['steps'][number];
export type StepWhat = Step['what'];

/** Null for what the office does among itself. */
const stepOfEvent: Readonly<Record<CaseEventKind, StepWhat | null>> = {
  received: 'received',
  confirmed: null,
  assigned: 'assigned',
  'completion-asked': 'completion-asked',
  completed: 'completed',
  'consultation-begun': 'consulting',
  'consultation-answered': 'consulted',
  'extension-asked': null,
  'extension-refused': null,
  extended: 'extended',
  'fee-noticed': 'fee',
  'fee-paid': null,
  moved: 'moved',
  merged: 'merged',
  'reply-drafted': null,
  'draft-returned': null,
  'draft-approved': null,
  replied: 'replied',
  delivered: null,
  answered: 'answered',
  rectified: 'rectified',
  published: null,
  'made-content': null,
  dispute: null,
  satisfaction: null,
  noted: null,
  corrected: null,
  withdrawn: 'withdrawn',
  closed: 'closed',
  reopened: null,
};

export type ToldEvent = Pick<CaseEventTable, 'kind' | 'on_day' | 'facts_json' | 'sealed'>;

/** One line an event, the same line of the same day once. `open` reads a sealed note. */
export function progressSteps(
  events: readonly ToldEvent[],
  open: (sealed: string) => string,
  language: Language,
): Step[] {
  const steps: Step[] = [];
  for (const [at, event] of events.entries()) {
    const { kind, on_day: on } = event;
    const what = Object.hasOwn(stepOfEvent, kind) ? stepOfEvent[kind as CaseEventKind] : null;
    const facts = readFacts(event);
    // A case others were merged into has nothing to tell of them.
    if (what === null || (what === 'merged' && textOf(facts, 'into') === '')) continue;
    const noteOf = (one: ToldEvent | undefined) => (one?.sealed == null ? '' : open(one.sealed));
    const asked = events.slice(0, at).findLast((one) => one.kind === 'extension-asked');
    const note = toldNote(what, { facts, note: () => noteOf(event), reason: () => noteOf(asked) }, language);
    const last = steps.at(-1);
    if (last?.what === what && last.on === on && last.note === note) continue;
    steps.push({ on, what, note });
  }
  return steps;
}

/** When the case this one was merged into was answered, and nothing else of it. */
export const answerSteps = (events: readonly ToldEvent[], language: Language): Step[] =>
  progressSteps(
    events.filter(({ kind }) => kind === 'replied' || kind === 'answered'),
    () => '',
    language,
  );

interface Told {
  readonly facts: CaseFacts;
  readonly note: () => string;
  /** Why an extension was asked for; what the approver said to it stays in the office. */
  readonly reason: () => string;
}

/** Notes written for the applicant are told, and facts that matter to them; the notes of all other steps are the office's own. */
function toldNote(what: StepWhat, { facts, note, reason }: Told, language: Language): string {
  const words = stepWords(language);
  switch (what) {
    case 'completion-asked':
    case 'rectified':
      return note();
    case 'extended':
      return words.extended(Number(facts.workingDays), reason());
    case 'fee':
      return words.fee((Number(facts.amountFen) / 100).toFixed(2), textOf(facts, 'payBy'));
    case 'moved':
      return words.moved(textOf(facts, 'to'), textOf(facts, 'contact'), note());
    case 'merged':
      return words.merged(textOf(facts, 'into'));
    default:
      return '';
  }
}

function textOf(facts: CaseFacts, name: string): string {
  const fact = facts[name];
  return typeof fact === 'string' ? fact : '';
}
