// The one search field. It stays the same element from home to results, so that typing is never interrupted.
import { Search, X } from 'lucide';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { openKeypad } from '../state/keypad.ts';
import { useNavigation } from '../state/navigation.ts';
import { findScanned } from '../state/scanned-code.ts';
import { emptySearch, longestQuery, parseSearchAddress, searchUrl } from '../state/search-address.ts';
import { focusRequests, typedText } from '../state/typed-text.ts';
import { Icon } from './icon.tsx';

/** Time without a key before the address follows what is typed, in milliseconds. */
const settleMs = 40;

export function SearchField() {
  const { url, path } = useLocation();
  const navigation = useNavigation();
  const engine = useEngine();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const committed = useRef<string | null>(null);
  const isResults = path === '/search';
  const search = isResults ? parseSearchAddress(url) : emptySearch;

  // Also when the field comes back: what stood in it on an earlier screen is not what this one shows.
  useLayoutEffect(() => {
    if (search.text === committed.current) return;
    committed.current = search.text;
    if (search.text !== typedText.peek().trimStart()) typedText.value = search.text;
  }, [search.text]);

  const requested = focusRequests.value;
  useEffect(() => {
    if (requested > 0) input.current?.focus();
  }, [requested]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const commit = () => {
    clearTimeout(timer.current);
    const text = typedText.peek().trimStart();
    if (text === search.text || (!isResults && text.trim() === '')) return;
    committed.current = text;
    const next = searchUrl({ ...search, text });
    if (isResults) navigation.replace(next);
    else navigation.open(next);
  };
  const latest = useRef(commit);
  latest.current = commit;
  const type = (text: string, isComposing: boolean) => {
    typedText.value = text;
    clearTimeout(timer.current);
    if (!isComposing) timer.current = setTimeout(() => latest.current(), settleMs);
  };
  const submit = async () => {
    commit();
    if (!isResults && typedText.peek().trim() === '') navigation.open('/search');
    const scanned = await findScanned(engine, typedText.peek()).catch(() => null);
    if (scanned === null) return;
    typedText.value = '';
    navigation.open(scanned);
  };
  return (
    <search>
      <form
        class={`search-field ${isResults ? '' : 'search-field--home'}`}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Icon node={Search} class="search-field__icon" />
        <input
          ref={input}
          type="search"
          class="search-field__input"
          aria-label={t('search.field')}
          placeholder={t('search.placeholder')}
          value={typedText.value}
          maxLength={longestQuery}
          autoComplete="off"
          autoCorrect="off"
          spellcheck={false}
          enterkeyhint="search"
          onInput={(event) => type(event.currentTarget.value, event.isComposing)}
          // A touch opens the terminal's own keypad; the system's would cover the results.
          inputMode="none"
          onClick={() => {
            openKeypad();
            if (!isResults) navigation.open('/search');
          }}
          onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        />
        {typedText.value !== '' && (
          <button
            type="button"
            class="search-field__clear"
            aria-label={t('search.clear')}
            onClick={() => {
              type('', false);
              input.current?.focus();
            }}
          >
            <Icon node={X} />
          </button>
        )}
        <button type="submit" class="search-field__submit">
          {t('search.submit')}
        </button>
      </form>
    </search>
  );
}
