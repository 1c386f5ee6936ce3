// Writes into the search field from anywhere on the screen: the field, the address and the results follow.
import { useLocation } from 'preact-iso';
import { useNavigation } from './navigation.ts';
import { emptySearch, type Filters, longestQuery, parseSearchAddress, searchUrl } from './search-address.ts';
import { typedText } from './typed-text.ts';
import { typingScope } from './typing-scope.ts';

/** What results of the typed text are narrowed by: the address tells, or the screen a search is begun from. */
export function useTypedFilters(): Filters {
  const { path, url } = useLocation();
  return path === '/search' ? parseSearchAddress(url).filters : typingScope.value;
}

/** Sets what stands in the search field; on any other screen it opens the search with it. */
export function useTyping(): (text: string) => void {
  const { path, url } = useLocation();
  const navigation = useNavigation();
  return (text) => {
    const used = text.slice(0, longestQuery);
    typedText.value = used;
    const isSearching = path === '/search';
    const search = isSearching ? parseSearchAddress(url) : { ...emptySearch, filters: typingScope.peek() };
    const next = searchUrl({ ...search, text: used.trimStart() });
    if (isSearching) navigation.replace(next);
    else navigation.open(next);
  };
}
