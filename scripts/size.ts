// The size report: what a terminal loads before its first screen, against the budgets that must hold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** Budgets in kB (1,000 bytes) after gzip. */
const budgets = {
  kioskScript: 90,
  kioskStyle: 30,
  adminScript: 160,
  serviceWorker: 15,
  phoneForms: 40,
} as const;

const gzipKb = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;

/** Scripts and styles a page's HTML names itself; what is loaded later does not count as initial. */
function initialFiles(page: string, base: string): { scripts: string[]; styles: string[] } {
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const paths = [...new Set(addresses)].map((address) => join(dist, page, address.slice(base.length)));
  return {
    scripts: paths.filter((path) => path.endsWith('.js')),
    styles: paths.filter((path) => path.endsWith('.css')),
  };
}

/** A built script with everything it imports at once: what a phone loads for one page. */
function withImports(folder: string, name: string, seen = new Set<string>()): string[] {
  const path = join(dist, folder, name);
  if (seen.has(path)) return [];
  seen.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*"\.\/([\w./-]+\.js)"/g);
  return [path, ...[...imports].flatMap((match) => withImports(folder, match[1] ?? '', seen))];
}

const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + gzipKb(path), 0);
const kiosk = initialFiles('kiosk', '/');
const admin = initialFiles('admin', '/admin/');
const rows: [string, number, number][] = [
  ['kiosk, initial script', sum(kiosk.scripts), budgets.kioskScript],
  ['kiosk, initial style', sum(kiosk.styles), budgets.kioskStyle],
  ['admin, initial script', sum(admin.scripts), budgets.adminScript],
  ['phone forms, script', sum(withImports('phone', 'forms.js')), budgets.phoneForms],
  ['service worker', gzipKb(join(dist, 'kiosk', 'sw.js')), budgets.serviceWorker],
];

for (const [name, size, budget] of rows) {
  const verdict = size <= budget ? 'ok' : 'OVER BUDGET';
  process.stdout.write(
    `${name.padEnd(24)} ${size.toFixed(1).padStart(7)} kB of ${budget} kB gzip  ${verdict}\n`,
  );
}
const later = readdirSync(join(dist, 'kiosk', 'assets')).filter((name) => /\.m?js$/.test(name));
for (const name of later)
  process.stdout.write(`  ${name.padEnd(40)} ${gzipKb(join(dist, 'kiosk', 'assets', name)).toFixed(1)} kB\n`);
process.exitCode = rows.every(([, size, budget]) => size > 0 && size <= budget) ? 0 : 1;
