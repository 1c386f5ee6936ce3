// Looking a screen of the terminal over: what axe finds serious, what is too small to touch, what sticks out of the glass.
import type { Browser, Page } from 'playwright-core';
import { graveViolations } from '#tests/support/axe.ts';
import type { viewports } from '#tests/support/browser.ts';
import { openFixture } from './open-fixture.ts';
import { spoilPage } from './screens.ts';

/** A page in these modes (`elder contrast low en`), with movement off so that nothing is looked at on its way. */
export async function openInModes(
  browser: Browser,
  url: string,
  modes: string,
  viewport: keyof typeof viewports,
): Promise<Page> {
  return await openFixture(browser, url, { modes, viewport, context: { reducedMotion: 'reduce' } });
}

/**
 * Serious and critical findings, one line each. Rows of a table past the twentieth are taken out first: they are like
 * the others, and axe goes through all of a document even where it is told to leave parts out.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  const isCut = await page.evaluate(() => {
    const rows = document.querySelectorAll('tr:nth-child(n+20)');
    for (const row of rows) row.remove();
    return rows.length > 0;
  });
  if (isCut) await spoilPage(page);
  // A modal dialog hides what is behind it; the later parts of a long body are like its first.
  const isOpen = (await page.locator('dialog[open]').count()) > 0;
  const look = isOpen ? { include: ['dialog[open]'] } : { exclude: ['.body__part:not(:first-child)'] };
  return await graveViolations(page, look);
}

/**
 * What can be touched but is smaller than 12 mm or than its own words, what sticks out of the window, and screens wider than
 * their place. Ten keys in a row are 9 mm wide on a phone's glass, as those of its own keyboard.
 */
export async function misfitsOf(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
    const top = document.querySelector('dialog[open]') ?? document;
    const leastMm = (target: Element) => (innerWidth < 600 && target.matches('.keypad__key') ? 9 : 12);
    const wide = [...document.querySelectorAll('.main, .keypad, .rail, dialog[open]')]
      .filter((place) => place.scrollWidth > place.clientWidth + 1)
      .map((place) => `.${place.className}: ${place.scrollWidth} in ${place.clientWidth}`);
    const targets = [...top.querySelectorAll('a[href], button, input, summary, [role=slider]')];
    const small = targets
      .filter((target) => target.checkVisibility() && !target.matches('.body-link, .search-field__input'))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ target, box }) => {
        const isSmall = Math.min(box.width, box.height) < leastMm(target) * mm - 0.5;
        const isOverfull =
          target.matches('button') &&
          (target.scrollWidth > target.clientWidth + 2 || target.scrollHeight > target.clientHeight + 2);
        return isSmall || isOverfull || box.right > innerWidth + 1 || box.left < -1;
      })
      .map(
        ({ target, box }) => `${target.outerHTML.slice(0, 120)} ${box.width}×${box.height} at ${box.left}`,
      );
    return [...wide, ...small];
  });
}

/** Controls of what always stays in reach that something else lies on, by their words. */
export async function coveredControls(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const bars =
      document.querySelector('dialog[open]') === null ? '.dock, .rail, .viewer__bar' : 'dialog[open]';
    const controls = [...document.querySelectorAll(bars)].flatMap((bar) => [
      ...bar.querySelectorAll<HTMLElement>('a[href], button'),
    ]);
    return controls
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        control.scrollIntoView({ block: 'center' });
        const box = control.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const top = document.elementFromPoint(x, y);
        return top !== null && !control.contains(top);
      })
      .map((control) => control.textContent.trim());
  });
}

/** Every visible control, scrolled to or not, whose visible part begins above the middle of the glass. */
export async function controlsAboveMiddle(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=slider], [role=button], [tabindex]',
    );
    const clipTop = (element: Element) => {
      let top = Number.NEGATIVE_INFINITY;
      for (let above = element.parentElement; above; above = above.parentElement) {
        const { overflowY } = getComputedStyle(above);
        if (overflowY !== 'visible') top = Math.max(top, above.getBoundingClientRect().top);
      }
      return top;
    };
    return [...controls]
      .filter((control) => control.checkVisibility())
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > 0 && box.top < innerHeight && box.width > 1)
      .filter(({ control, box }) => Math.max(box.top, clipTop(control)) < innerHeight / 2 - 1)
      .filter(({ control, box }) => box.bottom > clipTop(control) && !control.matches('dialog'))
      .map(({ control, box }) => `${control.outerHTML.slice(0, 100)} at ${Math.round(box.top)}`);
  });
}
