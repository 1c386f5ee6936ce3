// One save of a small form: under way, done, or refused with the reason.
import { useState } from 'preact/hooks';

export interface Saving {
  readonly error: unknown;
  readonly isSaved: boolean;
  readonly isBusy: boolean;
  /** True when the act succeeded. */
  readonly save: (act: () => Promise<unknown>) => Promise<boolean>;
  /** Forgets how the last save ended, when the form is changed again. */
  readonly reset: () => void;
}

const untouched = { error: null, isSaved: false, isBusy: false };

export function useSaving(): Saving {
  const [outcome, setOutcome] = useState<{ error: unknown; isSaved: boolean; isBusy: boolean }>(untouched);
  const save = async (act: () => Promise<unknown>) => {
    setOutcome({ ...untouched, isBusy: true });
    try {
      await act();
      setOutcome({ ...untouched, isSaved: true });
      return true;
    } catch (error) {
      setOutcome({ ...untouched, error });
      return false;
    }
  };
  return { ...outcome, save, reset: () => setOutcome(untouched) };
}
