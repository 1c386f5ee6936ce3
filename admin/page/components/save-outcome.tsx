// How a small form's save ended.
import { CircleCheck } from 'lucide';
import { t } from '../i18n/index.ts';
import type { Saving } from '../state/saving.ts';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

export function SaveOutcome({ saving }: { readonly saving: Saving }) {
  if (saving.error !== null) return <ProblemNotice error={saving.error} />;
  return saving.isSaved ? (
    <p class="notice notice-good" role="status">
      <Icon node={CircleCheck} /> {t('app.saved')}
    </p>
  ) : null;
}
