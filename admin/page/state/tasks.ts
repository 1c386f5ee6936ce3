// What needs somebody at the desk today: sources that each look at one part of the work, and one list of what they found.
import type { IconNode } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Act } from '#shared/accounts/acts.ts';
import { may } from './session.ts';

/** A sentence with one act. */
export interface Task {
  readonly icon: IconNode;
  readonly text: string;
  readonly act: string;
  readonly href: string;
  readonly isUrgent?: boolean;
}

/** One part of the work. It is asked only of people who may do something about it. */
export interface TaskSource {
  readonly id: string;
  readonly act: Act;
  readonly load: (signal: AbortSignal) => Promise<readonly Task[]>;
}

export interface TaskList {
  /** Urgent ones first, otherwise in the order of the sources. */
  readonly tasks: readonly Task[];
  readonly isLoading: boolean;
  /** Some source could not be asked; the others stand. */
  readonly hasFailed: boolean;
  readonly reload: () => void;
}

/** Urgent ones first; the order of the sources otherwise stays. */
export function sortTasks(found: readonly (readonly Task[])[]): readonly Task[] {
  const all = found.flat();
  return [...all.filter(({ isUrgent }) => isUrgent), ...all.filter(({ isUrgent }) => !isUrgent)];
}

/** Asks every source this account has to do with. */
export function useTasks(sources: readonly TaskSource[]): TaskList {
  const [found, setFound] = useState<ReadonlyMap<string, readonly Task[] | null>>(new Map());
  const [round, setRound] = useState(0);
  const asked = sources.filter(({ act }) => may(act));
  useEffect(() => {
    const controller = new AbortController();
    setFound(new Map());
    for (const { id, load } of asked) {
      const keep = (tasks: readonly Task[] | null) => {
        if (!controller.signal.aborted) setFound((before) => new Map([...before, [id, tasks]]));
      };
      load(controller.signal).then(keep, () => keep(null));
    }
    return () => controller.abort();
  }, [round]);
  const answers = asked.map(({ id }) => found.get(id));
  return {
    tasks: sortTasks(answers.map((tasks) => tasks ?? [])),
    isLoading: answers.some((tasks) => tasks === undefined),
    hasFailed: answers.some((tasks) => tasks === null),
    reload: () => setRound((count) => count + 1),
  };
}
