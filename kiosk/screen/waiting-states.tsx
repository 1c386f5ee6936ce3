// What the wall says before it has anything to show: still starting, receiving, waiting for the hub, in trouble.
import type { AppError } from '#shared/errors/app-error.ts';
import type { EngineStatus } from '../engine/engine.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { WallMessage } from './wall-message.tsx';

function wordsFor({ isHubReachable, lastProblem, sync }: EngineStatus) {
  const error = lastProblem?.error;
  if (sync.step !== 'idle' || (isHubReachable && !error))
    return ['wall.preparing', 'wall.preparingLine'] as const;
  if (!isHubReachable) return ['wall.waiting', 'wall.waitingLine'] as const;
  const isUnpublished =
    error?.code === 'release.file-missing' && String(error.details.file).startsWith('metadata/');
  return isUnpublished ? (['wall.unpublished', 'wall.unpublishedLine'] as const) : null;
}

function FirstSync({ status }: { status: EngineStatus }) {
  const { doneBytes, totalBytes } = status.sync;
  const words = wordsFor(status);
  const code = status.lastProblem?.error.code ?? 'internal';
  if (words === null) return <WallMessage title={t('wall.trouble')} line={t('wall.troubleLine', { code })} />;
  const share = totalBytes > 0 ? doneBytes / totalBytes : null;
  return (
    <WallMessage title={t(words[0])} line={t(words[1])}>
      {share !== null && (
        <>
          <progress class="wall-progress" aria-label={t('first.progress')} max={1} value={share} />
          <p class="figures">{t('wall.progress', { percent: Math.floor(share * 100) })}</p>
        </>
      )}
    </WallMessage>
  );
}

export function WaitingStates({ problem }: { problem: AppError | null }) {
  const status = useEngine().status.value;
  return (
    <main class="wall-body wall-body--whole">
      {problem ? (
        <WallMessage title={t('wall.trouble')} line={t('wall.troubleLine', { code: problem.code })} />
      ) : (
        <FirstSync status={status} />
      )}
    </main>
  );
}
