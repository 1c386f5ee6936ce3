// Looks for a text in the memory of a page and of its workers: in every string a heap snapshot holds.
import type { CDPSession, Page } from 'playwright-core';

/** One thread of the page: the page itself or a worker. */
interface Thread {
  readonly name: string;
  send(method: string): Promise<void>;
  onChunk(take: (chunk: string) => void): void;
}

/**
 * Where the text still stands after garbage was collected, one line a string. Texts that only this search itself
 * brought in are none: it never sends the text to the page.
 */
export async function findInMemory(
  page: Page,
  text: string,
  where: 'page' | 'page and workers',
): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const found: string[] = [];
  for (const thread of [pageThread(cdp), ...(where === 'page' ? [] : await workerThreads(cdp))]) {
    const strings = await stringsOf(thread);
    const holding = strings.filter((one) => one.includes(text));
    found.push(...holding.map((one) => `${thread.name}: ${one.slice(0, 200)}`));
  }
  await cdp.detach();
  return found;
}

async function stringsOf(thread: Thread): Promise<readonly string[]> {
  const chunks: string[] = [];
  thread.onChunk((chunk) => chunks.push(chunk));
  await thread.send('HeapProfiler.enable');
  // Twice: what finalisers and weak references let go in the first round goes in the second.
  await thread.send('HeapProfiler.collectGarbage');
  await thread.send('HeapProfiler.collectGarbage');
  await thread.send('HeapProfiler.takeHeapSnapshot');
  await thread.send('HeapProfiler.disable');
  const { strings } = JSON.parse(chunks.join('')) as { strings: readonly string[] };
  if (strings.length < 1_000) throw new Error(`the snapshot of ${thread.name} holds next to nothing`);
  return strings;
}

function pageThread(cdp: CDPSession): Thread {
  return {
    name: 'page',
    send: async (method) => {
      await cdp.send(method as 'HeapProfiler.enable');
    },
    onChunk: (take) => cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => take(chunk)),
  };
}

/** Workers answer by messages within messages: the driver's sessions do not reach them by themselves. */
async function workerThreads(cdp: CDPSession): Promise<Thread[]> {
  const targets: { sessionId: string; name: string }[] = [];
  const inbox = new Set<(sessionId: string, message: WorkerMessage) => void>();
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) =>
    targets.push({ sessionId, name: `worker ${targetInfo.title || targetInfo.url}` }),
  );
  cdp.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const parsed = JSON.parse(message) as WorkerMessage;
    for (const take of [...inbox]) take(sessionId, parsed);
  });
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let lastId = 0;
  return targets.map(({ sessionId, name }) => ({
    name,
    send: (method) => {
      lastId += 1;
      const id = lastId;
      return new Promise<void>((resolve, reject) => {
        const take = (from: string, message: WorkerMessage) => {
          if (from !== sessionId || message.id !== id) return;
          inbox.delete(take);
          if (message.error) reject(new Error(message.error.message));
          else resolve();
        };
        inbox.add(take);
        const message = JSON.stringify({ id, method });
        cdp.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });
    },
    onChunk: (take) =>
      inbox.add((from, { method, params }) => {
        if (from === sessionId && method === 'HeapProfiler.addHeapSnapshotChunk') take(params?.chunk ?? '');
      }),
  }));
}

interface WorkerMessage {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk?: string };
  readonly error?: { readonly message: string };
}
