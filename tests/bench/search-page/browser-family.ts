// Which processes belong to the browser of a profile.
import { readdirSync, readFileSync } from 'node:fs';

export interface FamilyProcess {
  readonly pid: number;
  /** Draws and runs a page, with its workers. */
  readonly isRenderer: boolean;
}

interface Listed extends FamilyProcess {
  readonly parent: number;
  readonly command: string;
}

/** The browser's own process and all that descend from it. */
export function browserFamily(profile: string): FamilyProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(name) ?? []);
  const family = new Set(
    all
      .filter(({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='))
      .map(({ pid }) => pid),
  );
  for (let size = -1; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** Null when it has ended meanwhile. */
function readProcess(pid: string): Listed | null {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const parent = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return { pid: Number(pid), parent, command, isRenderer: command.includes('--type=renderer') };
  } catch {
    return null;
  }
}
