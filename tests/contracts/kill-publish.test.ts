// kill -9 of a publishing process at any instant: the release folder always verifies and the next publish goes through.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { june } from '../unit/release/fake-source.ts';

const child = fileURLToPath(new URL('publishing-child.ts', import.meta.url));
/** Random instants; the seed is printed with a failure. */
const seed = Date.now() % 2 ** 31;
const kills = Number(process.env.MINGCHUANG_TEST_KILLS ?? 18);
let dataDir: string;
let round = 0;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-kill-'));
  round = 0;
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Ended {
  readonly output: string;
  readonly signal: NodeJS.Signals | null;
  /** From "ready" to the end, in milliseconds. */
  readonly tookMs: number;
}

/** Runs one publish; `onReady` may arrange for its death. */
function runChild(args: readonly string[], onReady: (process: ChildProcess) => void): Promise<Ended> {
  round += 1;
  const running = spawn(process.execPath, [child, dataDir, String(round), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  let readyAt = 0;
  running.stdout.on('data', (chunk) => {
    output += String(chunk);
    if (readyAt === 0) {
      readyAt = performance.now();
      onReady(running);
    }
  });
  return new Promise((resolve) => {
    running.on('close', (_code, signal) => {
      resolve({ output, signal, tookMs: performance.now() - readyAt });
    });
  });
}

const publishWhole = () => runChild([], () => undefined);
const release = () => join(dataDir, 'release');
const verify = () => verifyReleaseFolder(release(), { nowMs: june + 86_400_000 });
const countFiles = () =>
  readdirSync(release(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

/** A small linear congruential generator (Numerical Recipes), for instants that can be had again. */
function* randomFractions(): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

test(`publish › when killed at ${kills} random instants › the folder always verifies`, {
  timeout: 300_000,
}, async () => {
  let { tookMs } = await publishWhole();
  let version = (await verify()).version ?? 0;
  expect(version).toBe(1);
  const fractions = randomFractions();
  let killed = 0;
  while (killed < kills) {
    const afterMs = fractions.next().value * tookMs * 1.1;
    const ended = await runChild([], (running) => setTimeout(() => running.kill('SIGKILL'), afterMs));
    if (ended.signal === 'SIGKILL') killed += 1;
    else tookMs = Math.min(tookMs, ended.tookMs);
    const check = await verify();
    expect(check.problems, `seed ${seed}, kill ${killed}`).toEqual([]);
    expect([version, version + 1]).toContain(check.version);
    if (ended.output.includes('published')) expect(check.version).toBe(version + 1);
    version = check.version ?? 0;
  }
  const last = await publishWhole();
  expect(last.output).toContain(`published ${version + 1}`);
  // Everything the killed ones left behind is gone: each file on disk is one that verify looked at.
  expect((await verify()).files).toBe(countFiles());
});

test.each(['reading', 'building', 'signing', 'verifying', 'switching'])(
  'publish › when killed as %s begins, the first time or later › the next one goes through',
  async (step) => {
    expect((await runChild([step], () => undefined)).signal).toBe('SIGKILL');
    expect((await publishWhole()).output).toContain('published 1');
    expect((await runChild([step], () => undefined)).signal).toBe('SIGKILL');
    expect(await verify()).toMatchObject({ ok: true, version: 1 });
    expect((await publishWhole()).output).toContain('published 2');
    expect(await verify()).toMatchObject({ ok: true, version: 2 });
  },
);

test('publish › when two processes publish at once › one is refused or they follow each other, nothing breaks', async () => {
  await publishWhole();
  const ended = await Promise.all([publishWhole(), publishWhole(), publishWhole()]);
  const published = ended.filter(({ output }) => output.includes('published')).length;
  expect(published).toBeGreaterThan(0);
  expect(await verify()).toMatchObject({ ok: true, version: 1 + published });
});
