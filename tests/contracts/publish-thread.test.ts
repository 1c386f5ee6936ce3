// Publishing on its own thread, with a real data folder: it ends, it tells, it stops, and the caller stays free.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { publishOnThread } from '#hub/publish-thread.ts';
import { runHubCommand } from '../support/hub.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mingchuang-thread-'));
  const lines = Array.from({ length: 40 }, (_, index) =>
    JSON.stringify({
      title: `关于第${index}号事项的通知`,
      agency: '区政府办公室',
      date: '2026-03-01',
      body: '正文。',
    }),
  );
  const file = join(dataDir, 'documents.jsonl');
  await writeFile(file, lines.join('\n'));
  const { status, stderr } = await runHubCommand(['import', file, '--approve', '--data', dataDir]);
  expect(status, stderr).toBe(0);
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

const order = () => ({ dataDir, publicUrl: 'http://localhost:8080', note: '第一批', who: 'admin' });

describe('publishing on a thread', () => {
  it('ends with the release in force › and tells of every step', async () => {
    const steps = new Set<string>();
    const { signal } = new AbortController();
    const outcome = await publishOnThread(order(), { signal, onProgress: ({ step }) => steps.add(step) });
    expect(outcome).toMatchObject({ version: 1, records: 40, isUnchanged: false });
    expect([...steps]).toEqual(['reading', 'building', 'signing', 'verifying', 'switching']);
    const verdict = await verifyReleaseFolder(join(dataDir, 'release'), { nowMs: Date.now() });
    expect(verdict).toMatchObject({ ok: true, version: 1 });
  });

  it('when cancelled while it builds › rejects with the reason and publishes nothing', async () => {
    const controller = new AbortController();
    const publishing = publishOnThread(order(), {
      signal: controller.signal,
      onProgress: ({ step }) => step === 'reading' && controller.abort(new Error('enough')),
    });
    await expect(publishing).rejects.toThrow('enough');
    const verdict = await verifyReleaseFolder(join(dataDir, 'release'), { nowMs: Date.now() });
    expect(verdict.ok).toBe(false);
  });

  it('when the data folder cannot be used › rejects with an error that has a code', async () => {
    const { signal } = new AbortController();
    const publishing = publishOnThread(
      { ...order(), dataDir: '/dev/null/nowhere' },
      { signal, onProgress: () => {} },
    );
    await expect(publishing).rejects.toHaveProperty('code');
  });
});
