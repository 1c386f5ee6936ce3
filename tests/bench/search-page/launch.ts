// Starts fresh browsers on a kept profile, one for every measurement.
import type { Page } from 'playwright-core';
import { launchOnProfile } from '../../support/browser.ts';
import { residentMb } from '../measure/process-memory.ts';
import { browserFamily } from './browser-family.ts';
import { type CpuQuota, holdCpuBack } from './cpu-quota.ts';

/** A report of memory otherwise waits for the next collection of garbage, for up to minutes. */
const flags = ['--enable-blink-features=ForceEagerMeasureMemory'];

export interface FreshBrowser {
  readonly page: Page;
  /** Resident memory of the page's process, workers included. */
  rendererMb(): number;
  /** Holds the whole browser back until it is closed; says how. */
  slowDown(): string;
  close(): Promise<void>;
}

export async function launchFresh(profile: string, url: string): Promise<FreshBrowser> {
  const context = await launchOnProfile(profile, flags);
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(0);
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined);
  let quota: CpuQuota | null = null;
  return {
    page,
    rendererMb: () => {
      const renderers = browserFamily(profile).filter(({ isRenderer }) => isRenderer);
      return Math.max(0, ...renderers.map(({ pid }) => residentMb(pid, 'VmRSS')));
    },
    slowDown: () => {
      quota = holdCpuBack(browserFamily(profile).map(({ pid }) => pid));
      return quota.way;
    },
    close: async () => {
      await context.close();
      quota?.release();
    },
  };
}
