// Everything of a page the next visitor could come upon, as one value: what stands on it, what is stored, where it is.
import type { Page } from 'playwright-core';

/** Read afresh before a visit and after it; the two must be the same. */
export async function readPageState(page: Page) {
  return await page.evaluate(async () => {
    const root = document.documentElement;
    const text = (element: Element) =>
      [...element.querySelectorAll('*')].flatMap((one) =>
        one.childElementCount === 0 ? [one.textContent] : [],
      );
    const dump = (storage: Storage) =>
      Object.fromEntries(Object.keys(storage).map((key) => [key, storage.getItem(key)]));
    const main = document.querySelector('main');
    const readAll = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Record<string, unknown> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      // What was said is for the hub, and gone once it has it: looked at by itself (kiosk-traces.test.ts).
      if (name === 'mingchuang-outbox') continue;
      const database = await readAll(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        databases[`${name}/${store}`] = await readAll(
          database.transaction(store).objectStore(store).getAllKeys(),
        );
      database.close();
    }
    const cacheNames = await caches.keys();
    const cached = await Promise.all(
      cacheNames.map(async (name) => [
        name,
        (await (await caches.open(name)).keys()).map(({ url }) => url).sort(),
      ]),
    );
    return {
      address: location.href,
      title: document.title,
      root: { class: root.className.trim(), lang: root.lang, style: root.style.cssText },
      words: main === null ? [] : text(main),
      fields: [...document.querySelectorAll('input, textarea')].map(
        (field) => (field as HTMLInputElement).value,
      ),
      canvases: document.querySelectorAll('canvas').length,
      dialogs: document.querySelectorAll('dialog').length,
      pressed: document.querySelectorAll('.rail [aria-pressed="true"]').length,
      scrolls: [...document.querySelectorAll('*')].filter(
        ({ scrollTop, scrollLeft }) => scrollTop + scrollLeft > 0,
      ).length,
      state: history.state as unknown,
      selection: String(getSelection()),
      focus: document.activeElement?.tagName,
      zoom: visualViewport?.scale,
      session: dump(sessionStorage),
      local: dump(localStorage),
      cookies: document.cookie,
      databases,
      cached: Object.fromEntries(cached),
    };
  });
}
