// Grey lines in the shape of what is coming; they appear only when it takes longer than a blink.
import { t } from '../i18n/translate.ts';

/** `lines` bars in the geometry named by `shape`. */
export function Skeleton({ lines, shape }: { lines: number; shape: 'rows' | 'text' | 'tiles' | 'record' }) {
  return (
    <div class={`skeleton skeleton--${shape}`}>
      <span class="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} class="skeleton__bar" aria-hidden="true" />
      ))}
    </div>
  );
}
