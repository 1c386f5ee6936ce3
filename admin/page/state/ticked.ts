// Which rows of a list are ticked; a new list starts with none, so nobody acts on what is not shown.
import { useEffect, useState } from 'preact/hooks';

export interface Ticked {
  readonly ids: ReadonlySet<string>;
  readonly isAllShown: boolean;
  readonly toggle: (id: string) => void;
  readonly toggleShown: () => void;
  readonly clear: () => void;
}

/** `shown` are the rows on the screen; `list` is what tells one list from another. */
export function useTicked(shown: readonly string[], list: string): Ticked {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const clear = () => setIds(new Set());
  useEffect(clear, [list]);
  const isAllShown = shown.length > 0 && shown.every((id) => ids.has(id));
  return {
    ids,
    isAllShown,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    toggleShown: () => setIds(new Set(isAllShown ? [] : shown)),
    clear,
  };
}
