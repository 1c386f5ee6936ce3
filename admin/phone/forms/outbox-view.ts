// The outbox as people see it: what is being sent, how far it is, why it waits, and what came of it.

import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import type { Kept } from './kept.ts';
import { type OutboxHub, type OutboxItem, pauseBefore, sendItem, type Told, Unreachable } from './outbox.ts';
import { button, byId, make } from './page-words.ts';

export interface OutboxView {
  /** Sends whatever waits, now and again until nothing does. */
  start(): void;
}

interface Parts {
  readonly words: ScriptWords;
  readonly kept: Kept;
  readonly hub: OutboxHub;
  /** Whether the page's own form is being sent, and should make room. */
  readonly onBusy: (item: OutboxItem | null) => void;
  readonly onTold: (told: Told) => void;
}

/**
 * Only one page of the phone sends at a time where the browser can tell; where not, the hub takes it once all the same.
 * `elsewhere` is done instead where another page is sending.
 */
async function alone(work: () => Promise<void>, elsewhere: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return await work();
  await navigator.locks.request('mingchuang-outbox', { ifAvailable: true }, async (lock) => {
    await (lock === null ? elsewhere() : work());
  });
}

export function watchOutbox(parts: Parts): OutboxView {
  const { words, kept, hub, onBusy, onTold } = parts;
  const place = byId('outbox');
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isWaiting = false;

  const show = (item: OutboxItem, told: string, portion: number | null, buttons: readonly Node[]) => {
    if (place === null) return;
    const bar = make('progress', { max: '1', 'aria-label': told });
    if (portion !== null) bar.value = portion;
    place.className = 'outbox';
    place.replaceChildren(
      make('h2', {}, [words.send.title]),
      make('p', { role: 'status' }, [told]),
      ...(portion === null ? [] : [bar]),
      ...(kept.isLasting ? [] : [make('p', {}, [words.send.memory])]),
      make('p', { class: 'actions' }, buttons),
    );
    place.hidden = false;
    onBusy(item);
  };

  const tell = (item: OutboxItem) => (told: Told) => {
    if (told.kind === 'progress') {
      const portion = told.all === 0 ? 0 : told.sent / told.all;
      const percent = String(Math.floor(portion * 100));
      return show(item, fillWords(words.send.progress, { percent }), portion, []);
    }
    isWaiting = false;
    if (place !== null) place.hidden = true;
    onBusy(null);
    onTold(told);
  };

  const wait = (item: OutboxItem, retryAfterSeconds: number | null) => {
    const why = navigator.onLine === false ? 'offline' : retryAfterSeconds === null ? 'waiting' : 'busy';
    const again = button(words.send.retry, 'solid', start);
    const back = button(words.send.drop, 'plain', () => {
      clearTimeout(timer);
      void kept.giveBack(item.id).then(() => location.reload());
    });
    isWaiting = true;
    show(item, words.send[why], null, item.wasTried ? [again] : [again, back]);
    timer = setTimeout(start, pauseBefore(tries, retryAfterSeconds));
    tries += 1;
  };

  const followOther = async () => {
    const [first] = await kept.items();
    if (first === undefined) return;
    isWaiting = true;
    show(first, words.send.sending, null, []);
    timer = setTimeout(start, pauseBefore(tries, null));
    tries += 1;
  };

  const sendAll = async () => {
    const items = await kept.items();
    // What this page waited with, another page has sent: its receipt is among those the phone remembers.
    if (items.length === 0 && isWaiting) return location.assign(`/m/progress${location.search}`);
    for (const item of items) {
      show(item, words.send.sending, 0, []);
      try {
        if (navigator.onLine === false) throw new Unreachable();
        await sendItem(item, hub, kept, tell(item));
        tries = 0;
      } catch (thrown) {
        const after = thrown instanceof Unreachable ? thrown.retryAfterSeconds : null;
        const latest = (await kept.items()).find(({ id }) => id === item.id);
        return wait(latest ?? item, after);
      }
    }
  };

  function start(): void {
    clearTimeout(timer);
    if (isSending) return;
    isSending = true;
    void alone(sendAll, followOther).finally(() => {
      isSending = false;
    });
  }
  addEventListener('online', start);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') start();
  });
  return { start };
}
