// A real hub for the tests: its own process, its own data folder, a port the system chose.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeBefore } from './made-before.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const adminPassword = 'window-paper-ink-2026';

/** The data folder of a hub with the demonstration venue in it, made before the tests. */
export const demoData = 'demo-data';

export interface RunningHub {
  /** Without a trailing slash. */
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything the hub printed so far. */
  output(): string;
  /** Ends it as SIGTERM does and removes the data folder unless it was given. */
  stop(): Promise<void>;
  /** Ends it as a power cut does; the data folder stays. */
  kill(): Promise<void>;
}

export interface HubOptions {
  readonly dataDir?: string;
  readonly isEmpty?: boolean;
  readonly port?: number;
  readonly args?: readonly string[];
}

/** Runs one command of the hub's command line and gives back what it printed. */
export async function runHubCommand(
  args: readonly string[],
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['admin/hub/main.ts', ...args], { cwd: root, env: testEnv() });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}

function testEnv(): NodeJS.ProcessEnv {
  return { ...process.env, MINGCHUANG_ADMIN_PASSWORD: adminPassword };
}

/** Starts a hub and resolves once it prints its ready line. */
export async function startHub(options: HubOptions = {}): Promise<RunningHub> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'mingchuang-hub-')));
  const demo = options.dataDir || options.isEmpty ? null : madeBefore(demoData);
  if (demo !== null) await cp(demo, dataDir, { recursive: true });
  const args = ['admin/hub/main.ts', 'serve', '--port', String(options.port ?? 0), '--data', dataDir];
  if (options.isEmpty) args.push('--empty');
  const child = spawn(process.execPath, [...args, ...(options.args ?? [])], { cwd: root, env: testEnv() });
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: string) => {
      printed += chunk;
      const ready = /Mingchuang is ready: (http:\/\/\S+?)\/?\s/.exec(printed);
      if (ready?.[1]) resolve(ready[1]);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('exit', (status) =>
      reject(new Error(`The hub ended (${status}) before it was ready:\n${printed}`)),
    );
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
  };
  return {
    url,
    dataDir,
    process: child,
    output: () => printed,
    stop: async () => {
      await end('SIGTERM');
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}
