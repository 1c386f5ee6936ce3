// The terminal's entrance: units, modes and guards first, then the engine, then the screens.
import { toAppError } from '#shared/errors/app-error.ts';
import { mountKiosk } from './app.tsx';
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

if (root) {
  startPage();
  startKioskEngine().then((engine) => mountKiosk(root, engine), showStartFailure);
}
