// Asks for more of a list: by itself as the end comes near, by a touch where a list has grown long.
import { useEffect, useRef } from 'preact/hooks';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { scroller } from '../state/navigation.ts';
import type { Results } from '../state/use-results.ts';

/** Longer lists grow only when asked: nobody scrolls through them, and every line costs. */
const mostByItself = 200;
/** How far before its end a list grows, so that no one has to wait for it. */
const ahead = '600px';

/** Calls `onNear` when the element comes near the reading area, each time anew. */
function useNearness(isWaiting: boolean, onNear: () => void) {
  const element = useRef<HTMLButtonElement>(null);
  const latest = useRef(onNear);
  latest.current = onNear;
  useEffect(() => {
    if (!isWaiting || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current(),
      { root: scroller.current, rootMargin: `0px 0px ${ahead} 0px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isWaiting]);
  return element;
}

interface MoreButtonProps {
  readonly results: Results;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

export function MoreButton({ results, isLoading, onMore }: MoreButtonProps) {
  const left = results.total - results.hits.length;
  const hasMore = left > 0 || results.totalIsLowerBound;
  const growsByItself = results.hits.length < mostByItself;
  const element = useNearness(hasMore && growsByItself && !isLoading, onMore);
  if (!hasMore) return null;
  return (
    <button ref={element} type="button" class="button button--more" disabled={isLoading} onClick={onMore}>
      {t('search.more')}
      <span class="button__note">
        {results.totalIsLowerBound
          ? t('search.moreUnknown')
          : t('search.moreLeft', { count: formatCount(left) })}
      </span>
    </button>
  );
}
