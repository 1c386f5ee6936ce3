// What a visitor sees of an attachment that could not be read here: why, the phone as a way on, the code for staff.
import { FileX2 } from 'lucide';
import type { AppError } from '#shared/errors/app-error.ts';
import { t } from '../i18n/translate.ts';
import { StatePanel } from './state-panel.tsx';

export function FileProblem({ error }: { error: AppError }) {
  const isTooLarge = error.code === 'kiosk.file-too-large';
  return (
    <StatePanel
      icon={FileX2}
      title={t(isTooLarge ? 'file.tooLarge' : 'file.unreadable')}
      line={t(isTooLarge ? 'file.tooLargeLine' : 'file.unreadableLine')}
    >
      <p class="state__code">{t('state.staffCode', { code: error.code })}</p>
    </StatePanel>
  );
}
