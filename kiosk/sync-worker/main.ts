// Entrance of the sync worker: assembles its parts and answers the page.
import { AppError } from '#shared/errors/app-error.ts';
import type { SyncStatus, SyncWorkerCalls, SyncWorkerEvent } from '#shared/protocol/worker-messages.ts';
import { serveCalls } from '../engine/serve-calls.ts';
import { KioskStore } from '../store/kiosk-store.ts';
import { listenForQuestions } from '../store/question-signal.ts';
import { HubFetcher } from './hub-fetcher.ts';
import { idleProgress } from './progress-reporter.ts';
import { repairAddress, repairAttachment } from './repair.ts';
import { SharedRepairs } from './shared-repairs.ts';
import { StepAside } from './step-aside.ts';
import type { SyncContext } from './sync-context.ts';
import { SyncLoop } from './sync-loop.ts';

let status: SyncStatus = {
  sync: idleProgress,
  isHubReachable: false,
  isMetadataExpired: false,
  lastSyncAt: null,
  lastProblem: null,
  damagedBlocks: 0,
  terminalId: null,
  usedBytes: null,
};
let loop: SyncLoop | null = null;

function report(changes: Partial<SyncStatus>): void {
  status = { ...status, ...changes };
  sendEvent({ type: 'status', changes });
}

const listen = listenForQuestions((news) => aside.hear(news));
const aside = new StepAside(
  {
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  },
  listen,
);

const context: SyncContext = {
  store: new KioskStore(),
  fetcher: new HubFetcher(
    (isHubReachable) => {
      if (isHubReachable !== status.isHubReachable) report({ isHubReachable });
    },
    () => aside.step(),
  ),
  repairs: new SharedRepairs(),
  aside,
  now: () => Date.now(),
  report,
};

const sendEvent = serveCalls<SyncWorkerCalls, SyncWorkerEvent>(self, {
  start: async (settings) => {
    if (!isSecureContext) throw new AppError('kiosk.insecure-context');
    loop ??= new SyncLoop({
      context,
      settings,
      status: () => status,
      onInstalled: (version) => sendEvent({ type: 'installed', version }),
      random: Math.random,
    });
    void loop.start();
    return null;
  },
  syncNow: async () => {
    await loop?.syncNow();
    return null;
  },
  installPack: async ({ file }) => {
    if (loop === null) throw new AppError('kiosk.no-catalogue');
    return await loop.installPack(file as Blob);
  },
  sendOutbox: async () => {
    await loop?.sendOutbox();
    return null;
  },
  repairBlock: async (address) => {
    try {
      await repairAddress(context, address);
    } catch (thrown) {
      report({ damagedBlocks: Math.max(1, status.damagedBlocks) });
      throw thrown;
    }
    return null;
  },
  repairAttachment: async ({ sha256 }) => {
    await repairAttachment(context, sha256);
    return null;
  },
});

self.addEventListener('online', () => void loop?.syncNow());
self.addEventListener('offline', () => report({ isHubReachable: false }));
