// The words the forms' script says: the hub puts them into the page, so that the script holds none of its own.
import type { Language } from '../../errors/app-error.ts';
import type { CaseKind } from '../case-kinds.ts';
import type { FieldProblem, ProblemPlace } from './check-form.ts';
import type { CaseForm } from './form-fields.ts';

/** Where a word has a hole it stands in braces: `{count}`, `{name}`, `{percent}`, `{day}`, `{number}`, `{code}`. */
export interface ScriptWords {
  readonly language: Language;
  readonly venue: string;
  /** Address of the hub as phones reach it, without a trailing slash. */
  readonly origin: string;
  readonly form: CaseForm | 'progress';
  readonly labels: Readonly<Record<ProblemPlace, string>>;
  readonly problems: Readonly<Record<FieldProblem, string>>;
  readonly summary: string;
  readonly summaryOne: string;
  readonly trouble: string;
  readonly troubleHelp: string;
  readonly kinds: Readonly<Record<CaseKind, string>>;
  readonly agency: Readonly<Record<'unknown' | 'find' | 'none' | 'chosen' | 'change', string>>;
  readonly files: Readonly<
    Record<'take' | 'choose' | 'remove' | 'removeShort' | 'shrinking' | 'unreadable', string>
  >;
  readonly send: Readonly<
    Record<
      | 'saving'
      | 'sending'
      | 'progress'
      | 'waiting'
      | 'offline'
      | 'busy'
      | 'retry'
      | 'drop'
      | 'title'
      | 'memory'
      | 'failed',
      string
    >
  >;
  readonly draft: Readonly<Record<'restored' | 'cleared', string>>;
  readonly receipt: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'leadPhone'
      | 'leadNoPhone'
      | 'formal'
      | 'voice'
      | 'forgotten'
      | 'code'
      | 'number'
      | 'receivedOn'
      | 'copied'
      | 'copyText'
      | 'imageHint'
      | 'qrHint',
      string
    >
  >;
  readonly own: Readonly<Record<'show' | 'showOf' | 'forget' | 'forgetOf' | 'forgotten', string>>;
  readonly completionDone: string;
}
