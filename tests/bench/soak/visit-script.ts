// One visitor's session, played inside the page by touching what is on the screen, as fast as the screens come.
import './page-time.ts';

/** What a session is told; plain data, for it crosses into the page. */
export interface VisitPlan {
  readonly first: number;
  readonly count: number;
  /** How long a record is read, by the page's own time. */
  readonly readingMs: number;
  readonly words: readonly string[];
}

/**
 * Plays `count` sessions, each ended by 结束并清除. Runs in the page: nothing from outside its own text may be used.
 * Resolves with the sessions that were stuck, and where.
 */
export async function playVisits({ first, count, readingMs, words }: VisitPlan): Promise<string[]> {
  const stuck: string[] = [];
  /** After it the field knows that nothing more is typed. */
  const typingMs = 500;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const until = async (what: string, isThere: () => unknown) => {
    for (const end = performance.now() + 20_000; !isThere(); ) {
      if (performance.now() > end) throw new Error(`waited for ${what} at ${location.pathname}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  const press = (element: HTMLElement | null) => {
    const finger = { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'touch' };
    element?.dispatchEvent(new PointerEvent('pointerdown', finger));
    element?.dispatchEvent(new PointerEvent('pointerup', finger));
    element?.click();
  };
  const touch = async (selector: string) => {
    await until(selector, () => find(selector));
    press(find(selector));
  };
  const type = async (text: string) => {
    await until('the field', () => find('.search-field__input'));
    const field = find('.search-field__input') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await pageTime.skip(typingMs);
    await until('an answer', () => location.pathname === '/search' && find('.result, .state'));
  };
  const read = async () => {
    await touch('.result');
    await until('the record', () => location.pathname.startsWith('/record/') && find('.dock__main'));
    await pageTime.skip(readingMs);
    await touch('.dock__main');
    await until('the code', () => find('dialog .qr'));
    await touch('.sheet__close');
    await until('the screen again', () => !find('dialog[open]'));
  };
  const useAids = async () => {
    for (const aid of document.querySelectorAll<HTMLElement>(
      '.rail__aids .rail__button:not(.rail__button--end)',
    ))
      press(aid);
    await until('the aids', () => document.documentElement.classList.contains('is-elder'));
  };
  const browse = async () => {
    await touch('.rail__places .rail__button:nth-child(4)');
    await touch('.node');
    await until('a place', () => find('.node, .result, .row'));
  };
  const openFile = async () => {
    await touch('a[href*="/file/"]');
    await until('the file', () =>
      find('.viewer__page, .viewer__image, .take-home, .viewer__text, .screen--attachment'),
    );
  };
  /** Nobody waits for the history: the next visitor touches as soon as home is there, while the way back may still be gone. */
  const home = async () => {
    await touch('.rail__button--end');
    await until(
      'home',
      () => location.pathname === '/' && find('.home__topics .chip') && !find('dialog[open]'),
    );
  };
  /** Whoever finds the waiting screen touches it first. */
  const wake = async () => {
    if (!find('.attract')) return;
    press(find('.attract'));
    await until('home under the waiting screen', () => !find('.attract'));
  };
  for (let number = first; number < first + count; number += 1) {
    try {
      await wake();
      await type(words[number % words.length] ?? '');
      if (find('.result')) {
        await read();
        if (number % 5 === 0 && find('a[href*="/file/"]')) await openFile();
      }
      if (number % 3 === 0) await useAids();
      if (number % 2 === 0) await browse();
      await home();
    } catch (thrown) {
      stuck.push(`session ${number}: ${String(thrown)}`);
      await home().catch(() => undefined);
    }
  }
  return stuck;
}
