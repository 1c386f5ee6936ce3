// What page, workers, process and browser hold at one moment of a soak.
import { median } from '../measure/figures.ts';
import { privateMb, residentMb } from '../measure/process-memory.ts';
import type { BareBrowser, Send } from './bare-browser.ts';

export interface Held {
  readonly heapMb: number;
  readonly workersMb: number;
  /** What the kernel counts for the process of page and workers, programs and fonts on disk included. */
  readonly processMb: number;
  /** The part of it that is the process's own. */
  readonly privateMb: number;
  /** The process before anything was collected. */
  readonly untidyMb: number;
  /** All processes of the browser, each with what it shares with the others. */
  readonly browserMb: number;
  readonly nodes: number;
  readonly listeners: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Bytes in use after everything unused was collected. */
async function usedAfterCollecting(send: Send): Promise<number> {
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  return Number((await send('Runtime.getHeapUsage')).usedSize);
}

/**
 * After page and workers were collected: garbage is memory the browser has yet to take back, not memory that is held. The
 * process's figures are the middle of several, for the kernel takes its time.
 */
export async function measureHeld(browser: BareBrowser): Promise<Held> {
  const pid = await browser.rendererPid();
  const untidyMb = residentMb(pid, 'VmRSS');
  const held = { heapMb: 0, workersMb: 0, nodes: 0, listeners: 0 };
  await browser.withEach(async (send, isPage) => {
    const mb = (await usedAfterCollecting(send)) / 1e6;
    if (!isPage) held.workersMb += mb;
    else {
      held.heapMb = mb;
      const counted = await send('Memory.getDOMCounters');
      held.nodes = Number(counted.nodes);
      held.listeners = Number(counted.jsEventListeners);
    }
  });
  const resident: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await pause(1_000);
    resident.push(residentMb(pid, 'VmRSS'));
    own.push(privateMb(pid));
  }
  const all = (await browser.processIds()).map((id) => residentMb(id, 'VmRSS'));
  const browserMb = all.reduce((sum, mb) => sum + mb, 0);
  return { ...held, untidyMb, browserMb, processMb: median(resident), privateMb: median(own) };
}
