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

let groupsMade = 0;
const leftOver = new Set<string>();

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
    const group = join(parent, `mingchuang-bench-${process.pid}-${++groupsMade}`);
    try {
      mkdirSync(group);
      for (const [name, value] of Object.entries(limits)) writeFileSync(join(group, name), String(value));
      for (const pid of pids) moveInto(group, pid);
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

function moveInto(group: string, pid: number): void {
  try {
    writeFileSync(join(group, 'cgroup.procs'), String(pid));
  } catch (thrown) {
    // A helper of the browser that has ended since it was listed is nothing to hold back.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}

/** Removes a group, and those left over because a process was still ending in them. */
function removeGroup(group: string): void {
  leftOver.add(group);
  for (const one of leftOver) {
    try {
      rmdirSync(one);
      leftOver.delete(one);
    } catch (thrown) {
      const isGone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      if (isGone) leftOver.delete(one);
    }
  }
}
