// The status as it stands before anything is known.
import type { EngineStatus } from './engine.ts';

export const startingStatus: EngineStatus = {
  phase: 'starting',
  version: null,
  shownSince: 0,
  contentAsOf: null,
  previousVersion: null,
  isHubReachable: false,
  isOfflineReady: false,
  isMetadataExpired: false,
  sync: { step: 'idle', doneBytes: 0, totalBytes: 0 },
  lastSyncAt: null,
  lastProblem: null,
  damagedBlocks: 0,
  terminalId: null,
  usedBytes: null,
  isUpdateWaiting: false,
  heldBackVersion: null,
};
