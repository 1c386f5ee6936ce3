// Cases that look like the same matter: opened to compare, then merged.
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { CaseStateTag } from './case-state.tsx';

interface CaseLikelyProps {
  readonly likely: CaseDetail['likely'];
  /** Null where this case cannot be merged now. */
  readonly onMerge: ((into: string) => void) | null;
}

export function CaseLikely({ likely, onMerge }: CaseLikelyProps) {
  if (likely.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="case-likely">
      <h2 id="case-likely">{t('case.likely')}</h2>
      <p class="secondary">{t('case.likely.hint')}</p>
      <ul class="stack">
        {likely.map(({ id, number, state, why }) => (
          <li key={id} class="row case-likely">
            <span class="case-likely-words">
              <a class="numeric" href={`/admin/cases/${id}`} target="_blank" rel="noopener">
                {number}
              </a>
              <span class="case-second secondary">{t(`case.likely.${why}`)}</span>
            </span>
            <CaseStateTag state={state} />
            {onMerge !== null && (
              <button type="button" class="button button-small" onClick={() => onMerge(id)}>
                {t('case.likely.merge', { number })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
