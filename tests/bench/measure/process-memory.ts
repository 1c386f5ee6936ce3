// Memory of processes as the kernel counts it, in MB (10⁶ bytes).
import { readFileSync } from 'node:fs';

/** What a process held at most since it began: `VmHWM`; or holds now: `VmRSS`. */
export function residentMb(pid: number | 'self', field: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

/** What a process holds for itself alone: pages it has written to, which no other process and no file stands behind. */
export function privateMb(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return (Number(/^Private_Dirty:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
