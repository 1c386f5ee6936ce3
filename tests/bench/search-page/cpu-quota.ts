// Slows a running browser down to a quarter of one processor, which its own throttling cannot do to workers.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const slowdown = 4;
/** Short, so that a pause is felt by questions of a few milliseconds and not by one in twenty. */
const periodUs = 20_000;

export interface CpuQuota {
  /** How the processor is held back, for the report. */
  readonly way: string;
  /** Lets go; to be called when the processes have ended. */
  release(): void;
}

const groupKinds = [
  {
    parent: '/sys/fs/cgroup/cpu',
    limits: { 'cpu.cfs_period_us': periodUs, 'cpu.cfs_quota_us': periodUs / slowdown },
  },
  { parent: '/sys/fs/cgroup', limits: { 'cpu.max': `${periodUs / slowdown} ${periodUs}` } },
];

/** Holds these processes back: in a control group where one can be made, else beside busy competitors. */
export function holdCpuBack(pids: readonly number[]): CpuQuota {
  for (const { parent, limits } of groupKinds) {
    const group = join(parent, `mingchuang-bench-${process.pid}`);
    try {
      mkdirSync(group);
      for (const [name, value] of Object.entries(limits)) writeFileSync(join(group, name), String(value));
      for (const pid of pids) writeFileSync(join(group, 'cgroup.procs'), String(pid));
      return { way: 'control group, a quarter of one processor', release: () => removeGroup(group) };
    } catch {
      removeGroup(group);
    }
  }
  return shareOneProcessor(pids);
}

function shareOneProcessor(pids: readonly number[]): CpuQuota {
  for (const pid of pids) spawnSync('taskset', ['-a', '-c', '-p', '0', String(pid)], { stdio: 'ignore' });
  const rivals = Array.from({ length: slowdown - 1 }, () =>
    spawn('taskset', ['-c', '0', process.execPath, '-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  return {
    way: `one processor shared with ${rivals.length} busy programs`,
    release: () => {
      for (const rival of rivals) rival.kill('SIGKILL');
    },
  };
}

function removeGroup(group: string): void {
  try {
    rmdirSync(group);
  } catch {
    // It was never made, or a process of the browser is still ending in it.
  }
}
