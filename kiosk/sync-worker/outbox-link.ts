// Sends what waits in the terminal's outbox in its name; one tab at a time, and never while it has no name.
import { AppError } from '#shared/errors/app-error.ts';
import type { OutboxAnswer, OutboxItem } from '#shared/protocol/outbox-api.ts';
import { Outbox } from '../outbox/outbox.ts';
import { openOutboxShelf } from '../outbox/outbox-database.ts';
import { parseOutboxAnswer, sendOutbox } from '../outbox/send-outbox.ts';
import { loadSettings } from '../store/settings-store.ts';
import { requestHub } from './request-hub.ts';
import type { SyncContext } from './sync-context.ts';

const lockName = 'mingchuang-outbox';
const maxAnswerBytes = 64 * 1024;
/** Spelt out here: the schemas of the protocol would bring a whole library into the worker. */
const terminalHeader = 'x-terminal';

let outbox: Outbox | null = null;

/** Never throws: what could not be sent waits for the next look. */
export async function sendWaiting(context: SyncContext): Promise<void> {
  const isFirst = outbox === null;
  outbox ??= new Outbox(openOutboxShelf(), context.now);
  const own = outbox;
  await navigator.locks
    .request(lockName, async () => {
      // A page that began anew knows nothing of what the one before held: nobody can take it back any more.
      if (isFirst) await own.release();
      const { terminalId, terminalToken } = await loadSettings(context.store);
      if (terminalId === undefined || terminalToken === undefined) return;
      const headers = { [terminalHeader]: terminalId, authorization: `Bearer ${terminalToken}` };
      await sendOutbox(own, (items) => postBatch(headers, items));
    })
    .catch(() => undefined);
}

async function postBatch(
  headers: Readonly<Record<string, string>>,
  items: readonly OutboxItem[],
): Promise<OutboxAnswer | null> {
  const { response, bytes } = await requestHub(
    '/api/outbox',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ items }),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    },
    {
      maxBytes: maxAnswerBytes,
      tooLong: () => new AppError('kiosk.hub-refused', { status: 200 }),
      onReached: () => undefined,
    },
  );
  return response.ok ? parseOutboxAnswer(JSON.parse(new TextDecoder().decode(bytes))) : null;
}
