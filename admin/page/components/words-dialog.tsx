// A question that wants words: why something is returned, what an emergency is, when a version becomes public, what
// takes a record's place.
import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { RecordSearch } from './record-search.tsx';

export interface WordsQuestion {
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly lead: ComponentChildren;
  readonly act: string;
  /** The label of the words; left out, none are asked for. */
  readonly label?: string;
  readonly least?: number;
  readonly isGrave?: boolean;
  /** Asks for a moment as well, by the clock of the hall. */
  readonly timeLabel?: string;
  readonly time?: string;
  /** Asks for another public record than this one. */
  readonly recordLabel?: string;
  readonly butRecord?: string;
}

export interface WordsAnswer {
  readonly words: string;
  readonly time: string;
  /** Empty where no record was asked for. */
  readonly recordId: string;
}

export interface WordsDialog {
  /** Null when the person thought better of it. */
  readonly ask: (question: WordsQuestion) => Promise<WordsAnswer | null>;
  readonly dialog: preact.JSX.Element | null;
}

interface Pending {
  readonly question: WordsQuestion;
  readonly resolve: (answer: WordsAnswer | null) => void;
}

const mostWords = 2000;

interface ChosenRecord {
  readonly id: string;
  readonly title: string;
}

interface RecordChoiceProps {
  readonly label: string;
  readonly but?: string;
  readonly chosen: ChosenRecord | null;
  readonly onChoose: (record: ChosenRecord | null) => void;
}

function RecordChoice({ label, but, chosen, onChoose }: RecordChoiceProps) {
  return (
    <div class="field">
      {chosen === null ? (
        <RecordSearch
          label={label}
          hint={t('act.recordHint')}
          none={t('act.recordNone')}
          filters={{ state: 'approved' }}
          {...(but === undefined ? {} : { but })}
          onChoose={onChoose}
        />
      ) : (
        <>
          <span class="label">{label}</span>
          <div class="row chosen-matter">
            <span>{chosen.title}</span>
            <button
              type="button"
              class="button button-quiet"
              aria-label={t('act.recordOther')}
              onClick={() => onChoose(null)}
            >
              <Icon node={X} />
            </button>
          </div>
        </>
      )}
    </div>
  );
}

function OpenDialog({ question, resolve }: Pending) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [time, setTime] = useState(question.time ?? '');
  const [record, setRecord] = useState<ChosenRecord | null>(null);
  useEffect(() => element.current?.showModal(), []);
  const least = question.least ?? 0;
  const isReady =
    words.trim().length >= least &&
    (question.timeLabel === undefined || time !== '') &&
    (question.recordLabel === undefined || record !== null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isReady) resolve({ words: words.trim(), time, recordId: record?.id ?? '' });
  };
  return (
    <dialog ref={element} class="dialog words-dialog" aria-labelledby={id} onClose={() => resolve(null)}>
      <form class="stack" onSubmit={submit}>
        <h2 id={id}>{question.title}</h2>
        <div class={question.isGrave ? 'notice notice-problem' : 'secondary'}>{question.lead}</div>
        {question.timeLabel !== undefined && (
          <TextField
            type="datetime-local"
            label={question.timeLabel}
            isRequired
            value={time}
            onChange={(value) => setTime(value ?? '')}
          />
        )}
        {question.recordLabel !== undefined && (
          <RecordChoice
            label={question.recordLabel}
            {...(question.butRecord === undefined ? {} : { but: question.butRecord })}
            chosen={record}
            onChoose={setRecord}
          />
        )}
        {question.label !== undefined && (
          <TextField
            isLong
            label={question.label}
            isRequired={least > 0}
            maxLength={mostWords}
            hint={least > 1 ? t('review.leastWords', { least }) : ''}
            value={words}
            onChange={(value) => setWords(value ?? '')}
          />
        )}
        <div class="dialog-acts">
          <button type="button" class="button" onClick={() => resolve(null)}>
            {t('app.cancel')}
          </button>
          <button
            type="submit"
            class={`button ${question.isGrave ? 'button-danger' : 'button-primary'}`}
            disabled={!isReady}
          >
            {question.act}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Gives a screen its own dialog; the screen renders `dialog` outside of any form of its own. */
export function useWordsDialog(): WordsDialog {
  const [pending, setPending] = useState<Pending | null>(null);
  const ask = (question: WordsQuestion) =>
    new Promise<WordsAnswer | null>((resolve) => {
      setPending({
        question,
        resolve: (answer) => {
          setPending(null);
          resolve(answer);
        },
      });
    });
  return { ask, dialog: pending && <OpenDialog {...pending} /> };
}
