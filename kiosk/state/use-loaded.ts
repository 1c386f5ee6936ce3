// Loads something for a component: keeps the last answer while a new one comes, cancels what nobody awaits.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';

export type Loaded<Value> =
  | { readonly state: 'loading'; readonly value: Value | undefined }
  | { readonly state: 'done'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: AppError; readonly value: Value | undefined };

/**
 * The answer of `load` for `key`; a new key loads again and cancels the load before. The value of the key
 * before stays available as `value` until the new one arrives, unless `isFresh` asks to forget it.
 */
export function useLoaded<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
  options: { readonly isFresh?: boolean } = {},
): Loaded<Value> & { readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [, setShown] = useState(0);
  const current = useRef<{ key: string; loaded: Loaded<Value> }>({
    key,
    loaded: { state: 'loading', value: undefined },
  });
  if (current.current.key !== key) {
    const value = options.isFresh ? undefined : current.current.loaded.value;
    current.current = { key, loaded: { state: 'loading', value } };
  }
  useEffect(() => {
    const cancel = new AbortController();
    const settle = (loaded: Loaded<Value>) => {
      if (cancel.signal.aborted) return;
      current.current = { key, loaded };
      setShown((count) => count + 1);
    };
    load(cancel.signal).then(
      (value) => settle({ state: 'done', value }),
      (thrown) => settle({ state: 'failed', error: toAppError(thrown), value: current.current.loaded.value }),
    );
    return () => cancel.abort();
  }, [key, attempt]);
  return { ...current.current.loaded, retry: () => setAttempt((count) => count + 1) };
}
