// Writes into the search field from anywhere on the screen: the field, the address and the results follow.
import { useLocation } from 'preact-iso';
import { useNavigation } from './navigation.ts';
import { emptySearch, longestQuery, parseSearchAddress, searchUrl } from './search-address.ts';
import { typedText } from './typed-text.ts';
import { typingScope } from './typing-scope.ts';

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
