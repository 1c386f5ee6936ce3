// What stands where content is still under way: its outline, and a word for those who cannot see it.
import { t } from '../i18n/index.ts';

export function Loading() {
  return <div class="skeleton skeleton-block" role="status" aria-label={t('app.loading')} />;
}
