// A question that wants words: why something is returned, what an emergency is, when a version becomes public.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { TextField } from './fields.tsx';

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
}

export interface WordsAnswer {
  readonly words: string;
  readonly time: string;
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

function OpenDialog({ question, resolve }: Pending) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState('');
  const [time, setTime] = useState(question.time ?? '');
  useEffect(() => element.current?.showModal(), []);
  const least = question.least ?? 0;
  const isReady = words.trim().length >= least && (question.timeLabel === undefined || time !== '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isReady) resolve({ words: words.trim(), time });
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
