// Finds or installs what the tests need outside npm: Chromium, fonts with Chinese characters, a QR code reader.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const browserPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium stands, or null. `MINGCHUANG_CHROMIUM` overrides the usual places. */
export function findChromium(): string | null {
  const chosen = process.env.MINGCHUANG_CHROMIUM;
  if (chosen && existsSync(chosen)) return chosen;
  return browserPaths.find((path) => existsSync(path)) ?? null;
}

function hasChineseFont(): boolean {
  const answer = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return answer.status === 0 && /Noto Sans CJK|Source Han Sans/.test(answer.stdout);
}

/** Debian's reader of QR codes, the second opinion on every symbol the product draws. */
function hasSymbolReader(): boolean {
  return spawnSync('zbarimg', ['--version'], { stdio: 'ignore' }).status === 0;
}

function run(command: string, args: readonly string[]): boolean {
  const isRoot = process.getuid?.() === 0;
  const [program, rest] = isRoot ? [command, args] : ['sudo', ['-n', command, ...args]];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** Installs what is missing from Debian's packages; throws in plain words when that is not possible. */
export function setUpTestMachine(): void {
  const missing: string[] = [];
  if (!findChromium()) missing.push('chromium');
  if (!hasChineseFont()) missing.push('fonts-noto-cjk', 'fontconfig');
  if (!hasSymbolReader()) missing.push('zbar-tools');
  if (missing.length === 0) return;
  process.stderr.write(`Installing for the tests: ${missing.join(' ')}\n`);
  const isInstalled =
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing]);
  if (!isInstalled || !findChromium() || !hasSymbolReader()) {
    throw new Error(
      `The tests need these Debian packages: ${missing.join(' ')}. Install them (apt-get install), or set MINGCHUANG_CHROMIUM to a Chromium, and run again.`,
    );
  }
}

if (import.meta.main) setUpTestMachine();
