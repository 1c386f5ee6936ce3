// Which written characters lead on from what is typed, so that none leads to an empty result.
import { useContentVersion, useEngine } from './engine-context.ts';
import { useLoaded } from './use-loaded.ts';
import { useTypedFilters } from './use-typing.ts';

/** The characters behind which something is found; null while that is not known, when all may be chosen. */
export function useLeadingCharacters(
  text: string,
  characters: readonly string[],
): ReadonlySet<string> | null {
  const engine = useEngine();
  const filters = useTypedFilters();
  const key = `leading ${useContentVersion()} ${JSON.stringify([filters, text, characters])}`;
  const load = async (signal: AbortSignal) => {
    if (characters.length === 0) return null;
    const texts = characters.map((character) => text + character);
    const found = await engine.finds(texts, filters, signal);
    return new Set(characters.filter((_, at) => found[at]));
  };
  const loaded = useLoaded(key, load, { isFresh: true });
  return loaded.value ?? null;
}
