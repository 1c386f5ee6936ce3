// One quiet line that says how fresh the content is and whether the terminal stands on its own.
import { CloudOff, HardDriveDownload, RefreshCw, TriangleAlert } from 'lucide';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { useEngine } from '../state/engine-context.ts';
import { Icon } from './icon.tsx';

export function StatusLine() {
  const status = useEngine().status.value;
  // Nothing is said before it is known; the line keeps its place.
  if (status.phase === 'starting') return <div class="status">{'\u00a0'}</div>;
  const isUpdating = status.sync.step === 'downloading' || status.sync.step === 'verifying';
  return (
    <div class="status" role="status" aria-label={t('status.label')}>
      <span>
        {status.contentAsOf
          ? t('status.asOf', { when: formatInstant(status.contentAsOf, now.value) })
          : t('status.empty')}
      </span>
      {status.isMetadataExpired && (
        <span class="status__word status__word--stale">
          <Icon node={TriangleAlert} />
          {t('status.expired')}
        </span>
      )}
      {!status.isHubReachable && (
        <span class="status__word">
          <Icon node={CloudOff} />
          {t('status.offline')}
        </span>
      )}
      {status.isOfflineReady && (
        <span class="status__word status__word--ready">
          <Icon node={HardDriveDownload} />
          {t('status.offlineReady')}
        </span>
      )}
      {isUpdating && status.phase === 'ready' && (
        <span class="status__word">
          <Icon node={RefreshCw} />
          {t('status.updating')}
        </span>
      )}
    </div>
  );
}
