// Runs a command of the hub and measures how long it took and how much memory it held at most.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Measured {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Peak resident memory in MB (10⁶ bytes), as the kernel counted it. */
  readonly peakMb: number;
}

function peakOf(pid: number): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return (Number(line?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

/** Runs `node admin/hub/main.ts …args` to its end. */
export async function measureHub(args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, ['admin/hub/main.ts', ...args], { cwd: root });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid ?? 0));
  }, 100);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  return { status, stdout, stderr, seconds: (performance.now() - started) / 1000, peakMb };
}
