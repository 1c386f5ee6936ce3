// A terminal in a soak: visits and the pauses between them, its page whichever it is by now, and what went wrong on it.
import type { BareBrowser } from './bare-browser.ts';
import { putPageTime, watchProblems } from './page-time.ts';
import { playVisits, type VisitPlan } from './visit-script.ts';

export interface SoakedTerminal {
  /** Plays the visits and resolves with what was stuck or went wrong. */
  play(plan: VisitPlan): Promise<string[]>;
  /** Leaves the terminal alone for so long by its own time; tells whether the page began anew meanwhile. */
  leaveAlone(ms: number): Promise<boolean>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when home is drawn, be it under the waiting screen. */
async function waitForHome(browser: BareBrowser): Promise<void> {
  const isThere = `document.readyState === 'complete' && document.querySelector('.home__topics .chip') !== null`;
  for (const end = performance.now() + 120_000; ; await pause(100)) {
    // A page that is being exchanged for another answers nothing.
    if (await browser.evaluate<boolean>(isThere).catch(() => false)) return;
    if (performance.now() > end) throw new Error('The home screen did not come.');
  }
}

/** Opens the terminal at `url`; it is ready when this resolves. */
export async function openTerminal(browser: BareBrowser, url: string): Promise<SoakedTerminal> {
  let dateAheadMs = 0;
  const prepare = () => browser.runFirst(`(${watchProblems})(); (${putPageTime})(${dateAheadMs});`);
  const pageBegan = () => browser.evaluate<number>('performance.timeOrigin');
  await prepare();
  await browser.open(url);
  await waitForHome(browser);
  let beganAt = await pageBegan();
  const hasBegunAnew = async () => {
    await waitForHome(browser);
    const before = beganAt;
    beganAt = await pageBegan();
    return beganAt !== before;
  };
  return {
    play: async (plan) => {
      const stuck = await browser.evaluate<string[]>(`(${playVisits})(${JSON.stringify(plan)})`);
      return [...stuck, ...(await browser.evaluate<string[]>('problems.splice(0)'))];
    },
    leaveAlone: async (ms) => {
      // The clock of the next page goes on where this one's will stand.
      const before = dateAheadMs;
      dateAheadMs += ms + (await browser.evaluate<number>('pageTime.aheadMs').catch(() => 0));
      await prepare();
      const failure = await browser
        .evaluate<undefined>(`pageTime.skip(${ms})`)
        .catch((thrown: unknown) => ({ thrown }));
      if (await hasBegunAnew()) return true;
      dateAheadMs = before;
      if (failure) throw failure.thrown;
      return false;
    },
  };
}
