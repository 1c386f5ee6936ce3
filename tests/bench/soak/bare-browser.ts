// A Chromium that nobody listens to while visits are played. What drives pages for tests keeps watching the network and the
// console, and the browser then keeps every body and object for it: that memory would be counted as the page's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { findChromium } from '#scripts/setup.ts';
import { quietFlags } from '../../support/browser.ts';
import { residentMb } from '../measure/process-memory.ts';
import { type BrowserWire, connectWire } from './browser-wire.ts';

/** Sends one command to a page or a worker. */
export type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

export interface BareBrowser {
  open(url: string): Promise<void>;
  /** From now on every new page runs `script` before its own; it takes the place of the one given before. */
  runFirst(script: string): Promise<void>;
  /** The value of an expression of the page, awaited; throws what it throws. */
  evaluate<T>(expression: string): Promise<T>;
  /** Runs `work` once with the page and once with each of its workers, listening only as long. */
  withEach(work: (send: Send, isPage: boolean) => Promise<void>): Promise<void>;
  /** The process that draws the page. */
  rendererPid(): Promise<number>;
  /** All processes of the browser. */
  processIds(): Promise<number[]>;
  close(): Promise<void>;
}

const flags = [
  '--headless=new',
  ...quietFlags,
  // Visits come faster than people: nothing is to be slowed down or refused for that.
  '--disable-ipc-flooding-protection',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--remote-debugging-port=0',
  '--window-size=1080,1920',
];

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
}

async function printedAddress(errors: Readable): Promise<string> {
  for await (const line of createInterface({ input: errors })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('Chromium ended before it was ready.');
}

async function findPage(wire: BrowserWire): Promise<string> {
  const { targetInfos } = (await wire.send('Target.getTargets')) as { targetInfos: TargetInfo[] };
  const page = targetInfos.find(({ type }) => type === 'page');
  if (!page) throw new Error('Chromium has no page.');
  return page.targetId;
}

async function withPage<T>(
  wire: BrowserWire,
  targetId: string,
  work: (send: Send) => Promise<T>,
): Promise<T> {
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  try {
    return await work((method, params) => wire.send(method, params, String(sessionId)));
  } finally {
    await wire.send('Target.detachFromTarget', { sessionId });
  }
}

async function withEach(
  wire: BrowserWire,
  page: string,
  work: (send: Send, isPage: boolean) => Promise<void>,
) {
  await withPage(wire, page, async (send) => {
    await work(send, true);
    const attached = wire.collect('Target.attachedToTarget');
    await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    for (const { sessionId } of attached()) {
      await work((method, params) => wire.send(method, params, String(sessionId)), false);
    }
  });
}

/** A page that is exchanged just as it is asked may leave the question unanswered; in milliseconds. */
const longestAnswerMs = 120_000;

/** What a command says went wrong in the page is thrown, and that no answer came. */
async function evaluate<T>(send: Send, expression: string): Promise<T> {
  const asked = { expression, awaitPromise: true, returnByValue: true };
  const answer = Promise.withResolvers<Record<string, unknown>>();
  const timer = setTimeout(() => answer.reject(new Error('The page did not answer.')), longestAnswerMs);
  send('Runtime.evaluate', asked).then(answer.resolve, answer.reject);
  const { result, exceptionDetails } = await answer.promise.finally(() => clearTimeout(timer));
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return (result as { value: T }).value;
}

interface ProcessFact {
  readonly type: string;
  readonly id: number;
}

async function listProcesses(wire: BrowserWire): Promise<ProcessFact[]> {
  return (await wire.send('SystemInfo.getProcessInfo')).processInfo as ProcessFact[];
}

async function largestRenderer(wire: BrowserWire): Promise<number> {
  // The page's own is the one that holds most: others are spare.
  const held = (await listProcesses(wire))
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => ({ id, mb: residentMb(id, 'VmRSS') }))
    .sort((a, b) => b.mb - a.mb);
  return held[0]?.id ?? 0;
}

/** A listener for the page's coming and going alone, which keeps nothing of what is in it. */
async function preparePages(wire: BrowserWire, targetId: string): Promise<(script: string) => Promise<void>> {
  const { sessionId } = await wire.send('Target.attachToTarget', { targetId, flatten: true });
  const send: Send = (method, params) => wire.send(method, params, String(sessionId));
  await send('Page.enable');
  let before: unknown = null;
  return async (source) => {
    if (before !== null) await send('Page.removeScriptToEvaluateOnNewDocument', { identifier: before });
    before = (await send('Page.addScriptToEvaluateOnNewDocument', { source })).identifier;
  };
}

/** Starts one with a profile of its own; the caller closes it. */
export async function startBareBrowser(): Promise<BareBrowser> {
  const chromium = findChromium();
  if (!chromium) throw new Error('No Chromium found; run `npm test`, which installs it.');
  const profile = await mkdtemp(join(tmpdir(), 'mingchuang-soak-'));
  const child = spawn(chromium, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wire = await connectWire(await printedAddress(child.stderr));
  child.stderr.resume();
  const page = await findPage(wire);
  const runFirst = await preparePages(wire, page);
  return {
    runFirst,
    open: (url) => withPage(wire, page, async (send) => void (await send('Page.navigate', { url }))),
    evaluate: (expression) => withPage(wire, page, (send) => evaluate(send, expression)),
    withEach: (work) => withEach(wire, page, work),
    rendererPid: () => largestRenderer(wire),
    processIds: async () => (await listProcesses(wire)).map(({ id }) => id),
    close: async () => {
      wire.close();
      const hasEnded = once(child, 'exit');
      child.kill();
      await hasEnded;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
