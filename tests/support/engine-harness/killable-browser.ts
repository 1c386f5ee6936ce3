// A Chromium of the test's own making, so that it can be killed as a power cut would and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '#scripts/setup.ts';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

export interface KillableBrowser {
  readonly context: BrowserContext;
  /** SIGKILL to all its processes; resolves when the browser is gone. */
  kill(): Promise<void>;
}

/** Starts a browser that keeps its data in `profile`. */
export async function launchKillable(profile: string): Promise<KillableBrowser> {
  const executable = findChromium();
  if (!executable) throw new Error('No Chromium found.');
  const child = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const browser = await connect(child);
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no default context.');
  return {
    context,
    kill: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
      await browser.close().catch(() => undefined);
    },
  };
}

async function connect(child: ChildProcess): Promise<Browser> {
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`Chromium ended (${status}):\n${printed}`)));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(printed);
      if (found?.[1]) resolve(found[1]);
    });
  });
  return await chromium.connectOverCDP(address);
}
