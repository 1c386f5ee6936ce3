// What staff need to know of this terminal: its content, its sync, its problems in words and code, its screen.

import { useEffect } from 'preact/hooks';
import { describeError } from '#shared/errors/describe-error.ts';
import { type Fact, FactTable } from '../components/fact-table.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { PrinterChoice } from '../components/printer-choice.tsx';
import { ScreenCalibration } from '../components/screen-calibration.tsx';
import { StaffExit, StaffGeneration, StaffNumber, StaffTouch } from '../components/staff-acts.tsx';
import { StaffGate } from '../components/staff-gate.tsx';
import { StaffLog } from '../components/staff-log.tsx';
import { StaffName, StaffNetwork, StaffStorage } from '../components/staff-machine.tsx';
import { StaffPack } from '../components/staff-pack.tsx';
import type { EngineStatus } from '../engine/engine.ts';
import { formatAge, formatBytes, formatCount, formatInstant } from '../i18n/format.ts';
import { language, t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { useEngine } from '../state/engine-context.ts';
import { useNavigation } from '../state/navigation.ts';
import { endStaffSession, isStaffHere } from '../state/staff-session.ts';

const StaffOutbox = lazyPart(async () => (await import('../components/voice/staff-outbox.tsx')).StaffOutbox);

function releaseWords({ version, contentAsOf }: EngineStatus): string {
  if (version === null || contentAsOf === null) return t('staff.releaseNone');
  const when = formatInstant(contentAsOf, now.value);
  return t('staff.releaseAge', { version, when, age: formatAge(contentAsOf, now.value) });
}

function contentFacts(status: EngineStatus, records: number | undefined): Fact[] {
  const previous = status.previousVersion;
  return [
    { name: t('staff.release'), value: releaseWords(status), isWide: true },
    { name: t('staff.records'), value: records === undefined ? t('staff.unknown') : formatCount(records) },
    {
      name: t('staff.previous'),
      value: previous === null ? t('staff.none') : t('staff.previousVersion', { version: previous }),
    },
    { name: t('staff.metadata'), value: t(status.isMetadataExpired ? 'staff.expired' : 'staff.valid') },
    { name: t('staff.damaged'), value: formatCount(status.damagedBlocks) },
  ];
}

function machineFacts(status: EngineStatus): Fact[] {
  const { lastSyncAt, usedBytes } = status;
  return [
    { name: t('staff.hub'), value: t(status.isHubReachable ? 'staff.reachable' : 'staff.unreachable') },
    {
      name: t('staff.lastSync'),
      value: lastSyncAt === null ? t('staff.never') : formatInstant(lastSyncAt, now.value),
    },
    { name: t('staff.progress'), value: progressWords(status) },
    { name: t('staff.offlineReady'), value: t(status.isOfflineReady ? 'staff.ready' : 'staff.notReady') },
    { name: t('staff.terminal'), value: status.terminalId ?? t('staff.notEnrolled') },
    { name: t('staff.storage'), value: usedBytes === null ? t('staff.unknown') : formatBytes(usedBytes) },
    {
      name: t('staff.update'),
      value: t(status.isUpdateWaiting ? 'staff.updateWaiting' : 'staff.upToDate'),
    },
  ];
}

function progressWords({ sync }: EngineStatus): string {
  const step = t(`step.${sync.step}`);
  if (sync.step === 'idle' || sync.totalBytes === 0) return step;
  const bytes = t('first.bytes', { done: formatBytes(sync.doneBytes), total: formatBytes(sync.totalBytes) });
  return `${step} ${bytes}`;
}

function LastProblem({ status }: { status: EngineStatus }) {
  const problem = status.lastProblem;
  return (
    <section class={problem ? 'problem problem--open' : 'problem'}>
      <h2 class="section-title">{t('staff.problem')}</h2>
      {problem ? (
        <>
          <p class="problem__words">
            {describeError(problem.error.code, problem.error.details, language.value)}
          </p>
          <p class="problem__code figures">
            {t('staff.problemAt', { when: formatInstant(problem.at, now.value), code: problem.error.code })}
          </p>
        </>
      ) : (
        <p class="problem__words">{t('staff.noProblem')}</p>
      )}
    </section>
  );
}

/** `/staff`: whoever comes here, by the emblem or by the address, meets the gate first. */
export default function StaffScreen() {
  useEffect(() => endStaffSession, []);
  return isStaffHere.value ? <StaffPanel /> : <StaffGate />;
}

function StaffPanel() {
  const engine = useEngine();
  const status = engine.status.value;
  const navigation = useNavigation();
  const isSyncing = status.sync.step !== 'idle';
  return (
    <div class="screen screen--staff">
      <div class="section-head">
        <h1 class="screen-title">{t('staff.title')}</h1>
        <button
          type="button"
          class="button button--primary"
          disabled={isSyncing}
          onClick={() => engine.syncNow().catch(() => undefined)}
        >
          {t(isSyncing ? 'staff.syncing' : 'staff.sync')}
        </button>
      </div>
      <FactTable facts={contentFacts(status, engine.manifest.value?.records)} />
      <LastProblem status={status} />
      <FactTable facts={machineFacts(status)} />
      <StaffGeneration />
      <StaffPack />
      <StaffNetwork />
      <StaffOutbox />
      <StaffStorage />
      <StaffName />
      <StaffTouch />
      <ScreenCalibration />
      <PrinterChoice />
      <StaffLog />
      <StaffNumber />
      <StaffExit />
      <button type="button" class="button button--primary button--large" onClick={() => navigation.open('/')}>
        {t('panel.leave')}
      </button>
    </div>
  );
}
