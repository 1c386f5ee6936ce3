// The wall screen's entrance: units, clock and guards first, then the engine the terminal has too, then the pages.
import { toAppError } from '#shared/errors/app-error.ts';
import { startKioskEngine } from '../engine/start-kiosk-engine.ts';
import { startPage } from '../start-page.ts';
import { mountWall } from './mount-wall.tsx';
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
  startKioskEngine()
    .then((engine) => mountWall(root, engine))
    .catch(showStartFailure);
}
