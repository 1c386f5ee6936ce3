// Watches the folder agencies' files are put into: looks every few seconds, one look at a time, and takes in what is complete.
import { mkdir, rm } from 'node:fs/promises';
import { repeatWork, type Schedule } from '../../fleet/repeat-work.ts';
import { CompletenessWatch, lookThrough } from './inbox-files.ts';
import { type Inbox, settleMoved, takeFile } from './take-file.ts';

/** Long enough that a file still being copied has grown between two looks. */
export const lookEveryMs = 5000;

export interface LookResult {
  readonly taken: number;
  readonly refused: number;
}

/** The folder's keeper between looks. */
export class InboxWatch {
  readonly #inbox: Inbox;
  readonly #watch = new CompletenessWatch();
  #isSettled = false;

  constructor(inbox: Inbox) {
    this.#inbox = inbox;
  }

  /** One look: what looks as it did the time before is taken in or refused; a file that cannot be decided stays. */
  async look(isStopping: () => boolean, log: (line: string, cause: unknown) => void): Promise<LookResult> {
    await mkdir(this.#inbox.root, { recursive: true });
    if (!this.#isSettled) {
      await rm(this.#inbox.workDir, { recursive: true, force: true });
      await settleMoved(this.#inbox);
      this.#isSettled = true;
    }
    let [taken, refused] = [0, 0];
    for (const file of this.#watch.complete(await lookThrough(this.#inbox.root))) {
      if (isStopping()) break;
      try {
        if ((await takeFile(this.#inbox, file)) === 'taken') taken += 1;
        else refused += 1;
      } catch (cause) {
        log('a file of the watched folder has to wait', cause);
      }
    }
    return { taken, refused };
  }
}

/** Looks until stopped; the function returned waits for a look under way. */
export function watchInbox(
  inbox: Inbox,
  schedule: Schedule,
  log: (line: string, cause?: unknown) => void,
): () => Promise<void> {
  const watch = new InboxWatch(inbox);
  let isStopping = false;
  const stop = repeatWork(
    () => watch.look(() => isStopping, log),
    lookEveryMs,
    schedule,
    (cause) => log('the watched folder could not be looked through', cause),
  );
  return () => {
    isStopping = true;
    return stop();
  };
}
