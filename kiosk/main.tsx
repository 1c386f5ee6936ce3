// The terminal's entrance: units, modes and guards first, then the engine, then the screens.
import { toAppError } from '#shared/errors/app-error.ts';
import { mountKiosk } from './app.tsx';
import type { KioskEngine } from './engine/engine.ts';
import { startKioskEngine } from './engine/start-kiosk-engine.ts';
import { startPage } from './start-page.ts';
import './styles/index.css';

const root = document.getElementById('app');

/** Shows, in the words already on the page, that starting failed; the page tries again by itself. */
function showStartFailure(thrown: unknown): void {
  console.error(thrown);
  const code = document.getElementById('boot-code');
  if (code) code.textContent = toAppError(thrown).code;
  document.getElementById('boot-problem')?.removeAttribute('hidden');
  setTimeout(() => location.reload(), 30_000);
}

/** The desk frames this page at `/preview` to see a record as the terminal will show it. */
async function startEngine(): Promise<KioskEngine> {
  if (location.pathname !== '/preview') return await startKioskEngine();
  const { startPreviewEngine } = await import('./engine/preview-engine.ts');
  return startPreviewEngine();
}

if (root) {
  startPage();
  startEngine().then((engine) => mountKiosk(root, engine), showStartFailure);
}
