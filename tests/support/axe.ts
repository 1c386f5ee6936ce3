// Accessibility faults of an open page by axe, put into it once: a page of its own for each look costs more than the look.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe?: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  }
}

interface Look {
  /** Selectors of the only parts looked at; everything unless told. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Everything axe finds in the page as it stands. Frames are not entered: they have tests of their own. */
export async function axeViolations(page: Page, look: Look = {}): Promise<Result[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  const { include = ['html'], exclude = [] } = look;
  return await page.evaluate(
    async ({ context, options }) => {
      // A colour on its way from one to the other is neither.
      const passing = document
        .getAnimations()
        .filter((one) => one.effect?.getTiming().iterations !== Infinity);
      await Promise.allSettled(passing.map((one) => one.finished));
      const results = await window.axe?.run(context, options);
      return results?.violations ?? [];
    },
    {
      context: { include: [...include], exclude: [...exclude] },
      options: { resultTypes: ['violations'], iframes: false } satisfies RunOptions,
    },
  );
}

/** The serious and critical ones, a line each. */
export async function graveViolations(page: Page, look: Look = {}): Promise<string[]> {
  return (await axeViolations(page, look))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
