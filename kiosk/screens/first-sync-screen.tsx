// The very first minutes of a terminal: how far its content has come, and how to use it meanwhile.
import type { PlainError } from '#shared/errors/app-error.ts';
import { Emblem } from '../components/emblem.tsx';
import { formatBytes } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { HowToUse } from './about-screen.tsx';

function Progress() {
  const { sync } = useEngine().status.value;
  const isKnown = sync.totalBytes > 0;
  return (
    <div class="first__progress">
      <progress
        class="progress"
        aria-label={t('first.progress')}
        max={isKnown ? sync.totalBytes : 1}
        value={isKnown ? sync.doneBytes : undefined}
      />
      <p class="first__step">
        <span>{t(`step.${sync.step}`)}</span>
        {isKnown && (
          <span class="figures">
            {t('first.bytes', { done: formatBytes(sync.doneBytes), total: formatBytes(sync.totalBytes) })}
          </span>
        )}
      </p>
    </div>
  );
}

/** A hub that answers but has no metadata yet is a new site before its first publish: nothing is broken. */
function troubleKey(isHubReachable: boolean, error: PlainError | undefined) {
  if (!isHubReachable) return 'first.waiting';
  const isUnpublished =
    error?.code === 'release.file-missing' && String(error.details.file).startsWith('metadata/');
  return isUnpublished ? 'first.unpublished' : 'first.notYet';
}

function Trouble() {
  const engine = useEngine();
  const { lastProblem, sync, isHubReachable } = engine.status.value;
  if (sync.step !== 'idle' || (isHubReachable && !lastProblem)) return null;
  const words = troubleKey(isHubReachable, lastProblem?.error);
  return (
    <div class="first__trouble">
      <p>{t(words)}</p>
      {lastProblem && words !== 'first.unpublished' && (
        <p class="state__code">{t('state.staffCode', { code: lastProblem.error.code })}</p>
      )}
      <button type="button" class="button" onClick={() => engine.syncNow().catch(() => undefined)}>
        {t('first.retry')}
      </button>
    </div>
  );
}

export function FirstSyncScreen() {
  return (
    <div class="screen screen--first">
      <section class="first">
        <Emblem />
        <h1 class="screen-title">{t('first.title')}</h1>
        <p class="first__line">{t('first.line')}</p>
        <Progress />
        <Trouble />
      </section>
      <HowToUse />
    </div>
  );
}
