// A real Chromium for the tests, with flags that keep it off the network.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { findChromium } from '#scripts/setup.ts';

/** Flags that keep any Chromium of tests and benches to itself. */
export const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function chromiumPath(): string {
  const path = findChromium();
  if (path === null)
    throw new Error('No Chromium found; run `npm test`, which installs it, or set MINGCHUANG_CHROMIUM.');
  return path;
}

/**
 * Starts a headless Chromium that keeps what it stores in the folder `profile`, as a terminal's does: a private window has
 * files of its own in another process, which costs each read of a search. The caller closes it.
 */
export async function launchOnProfile(
  profile: string,
  more: readonly string[] = [],
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const args = [...quietFlags, ...more];
  return await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args,
    ...options,
  });
}

/** Starts a headless Chromium with more flags and variables of its own; the caller closes it. */
export async function launchBrowser(
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Browser> {
  return await chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [...quietFlags, ...more],
    env: { ...process.env, ...env } as Record<string, string>,
  });
}

/** The screens the product is drawn for. */
export const viewports = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
  small: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;
