// The state of the writing pad: strokes, what they may be, and whether they can be recognised at all.
import { useEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '#shared/errors/app-error.ts';
import { type HandwritingLink, openHandwriting } from '../engine/handwriting-link.ts';
import type { Stroke } from '../handwriting/stroke.ts';

export interface Handwriting {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why it failed; null while it has not. */
  readonly error: AppError | null;
  readonly strokes: readonly Stroke[];
  readonly candidates: readonly string[];
  /** Whether the candidates are those of the strokes, not of the ones before. */
  readonly isSettled: boolean;
  write(strokes: readonly Stroke[]): void;
  retry(): void;
}

interface Answer {
  readonly strokes: readonly Stroke[];
  readonly candidates: readonly string[];
}

const nothing: Answer = { strokes: [], candidates: [] };
const asAppError = (thrown: unknown) => (thrown instanceof AppError ? thrown : new AppError('internal'));

/** Starts the worker with the component and ends it with it; nothing written outlives either. */
export function useHandwriting(): Handwriting {
  const link = useRef<HandwritingLink | null>(null);
  const [attempt, setAttempt] = useState(1);
  const [isReady, setReady] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [answer, setAnswer] = useState(nothing);

  useEffect(() => {
    const opened = openHandwriting();
    link.current = opened;
    const isCurrent = () => link.current === opened;
    opened.open().then(
      () => isCurrent() && setReady(true),
      (thrown: unknown) => isCurrent() && setError(asAppError(thrown)),
    );
    return () => {
      link.current = null;
      opened.close();
    };
  }, [attempt]);

  useEffect(() => {
    if (strokes.length === 0 || !isReady) return;
    const cancel = new AbortController();
    link.current?.recognise(strokes, cancel.signal).then(
      (candidates) => !cancel.signal.aborted && setAnswer({ strokes, candidates }),
      (thrown: unknown) => !cancel.signal.aborted && setError(asAppError(thrown)),
    );
    return () => cancel.abort();
  }, [strokes, isReady]);

  const shown = strokes.length === 0 ? nothing : answer;
  return {
    phase: error ? 'failed' : isReady ? 'ready' : 'loading',
    error,
    strokes,
    candidates: shown.candidates,
    isSettled: shown.strokes === strokes,
    write: (next) => {
      setStrokes(next);
      if (next.length === 0) setAnswer(nothing);
    },
    retry: () => {
      setError(null);
      setReady(false);
      setAttempt((number) => number + 1);
    },
  };
}
