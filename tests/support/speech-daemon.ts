// Debian's speech engine for tests: speech-dispatcher with espeak-ng, speaking into nothing.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = '/usr/bin/speech-dispatcher';
const module = '/usr/lib/speech-dispatcher-modules/sd_espeak-ng';
const systemFolder = '/etc/speech-dispatcher';

/** Why there is no speech engine on this machine; null when there is one. */
export function speechIsMissing(): string | null {
  if (!existsSync(program)) return 'speech-dispatcher is not installed';
  return existsSync(module) ? null : 'speech-dispatcher-espeak-ng is not installed';
}

export interface SpeechDaemon {
  /** What a browser needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Settings of our own: no sound card is needed, and nothing starts or ends by itself. */
async function writeSettings(folder: string): Promise<void> {
  await cp(systemFolder, join(folder, 'settings'), { recursive: true });
  const file = join(folder, 'settings/speechd.conf');
  const given = await readFile(file, 'utf8');
  const kept = given.split('\n').filter((line) => !/^(AudioOutputMethod|DefaultModule|AddModule)/.test(line));
  const own = [
    'AudioOutputMethod "libao"',
    'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"',
    'DefaultModule espeak-ng',
  ];
  await writeFile(file, [...kept, ...own, ''].join('\n'));
  await writeFile(join(folder, '.libao'), 'default_driver=null\n');
}

async function until(isTrue: () => boolean, child: ChildProcess): Promise<void> {
  while (!isTrue()) {
    if (child.exitCode !== null) throw new Error(`speech-dispatcher ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts it on a socket of its own; the caller stops it. */
export async function startSpeechDaemon(): Promise<SpeechDaemon> {
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-speech-'));
  await writeSettings(folder);
  const socket = join(folder, 'socket');
  const places = ['-C', join(folder, 'settings'), '-S', socket, '-L', folder, '-P', join(folder, 'pid')];
  const child = spawn(program, ['-s', '-t', '0', ...places], {
    env: { ...process.env, HOME: folder },
    stdio: 'ignore',
  });
  await until(() => existsSync(socket), child);
  return {
    env: { SPEECHD_ADDRESS: `unix_socket:${socket}` },
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
