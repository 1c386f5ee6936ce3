// An address that leads nowhere.
import { MapPinOff } from 'lucide';
import { StatePanel } from '../components/state-panel.tsx';
import { t } from '../i18n/translate.ts';

export function NotFoundScreen() {
  return (
    <StatePanel icon={MapPinOff} title={t('state.notFound')} line={t('state.notFoundLine')} isWholeScreen>
      <div class="state__actions">
        <a class="button button--primary" href="/">
          {t('state.home')}
        </a>
      </div>
    </StatePanel>
  );
}
