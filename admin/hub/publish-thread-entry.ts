// The thread that publishes: opens the data folder for itself, publishes once, and says how it ended.
import { parentPort, workerData } from 'node:worker_threads';
import { toPlainError } from '#shared/errors/app-error.ts';
import { openDataFolder } from './open-data-folder.ts';
import { nodeEngine } from './publish/node-engine.ts';
import { publishRelease } from './publish/publish.ts';
import type { FromPublishThread, PublishOrder } from './publish-thread.ts';

const send = (message: FromPublishThread) => parentPort?.postMessage(message);

async function publish(order: PublishOrder): Promise<void> {
  const cancelled = new AbortController();
  parentPort?.once('message', () => cancelled.abort());
  const folder = await openDataFolder({ dataDir: order.dataDir });
  try {
    const outcome = await publishRelease(folder.source, {
      ...order,
      now: Date.now,
      engine: nodeEngine,
      signal: cancelled.signal,
      onProgress: (progress) => send({ type: 'progress', progress }),
    });
    send({ type: 'done', outcome });
  } finally {
    await folder.close();
  }
}

try {
  await publish(workerData as PublishOrder);
} catch (thrown) {
  send({
    type: 'failed',
    error: toPlainError(thrown),
    stack: thrown instanceof Error ? thrown.stack : undefined,
  });
}
parentPort?.close();
