// What a search begun by a key is narrowed to: on the screen of a register, to its entries.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Filters } from './search-address.ts';

/** The filters a new search starts with; none on most screens. */
export const typingScope = signal<Filters>({});

/** Narrows what is typed while the screen that calls this is open. */
export function useTypingScope(field: 'register', value: string): void {
  useEffect(() => {
    typingScope.value = { [field]: [value] };
    return () => {
      typingScope.value = {};
    };
  }, [field, value]);
}
