// Gives the terminal the colour of its venue: the roles that follow the accent, never the reading aids.
import { useSignalEffect } from '@preact/signals';
import { accentColours } from '#shared/catalogue/accent-colour.ts';
import { displayOf } from '#shared/catalogue/venue-display.ts';
import { useEngine } from './engine-context.ts';

const roles = ['window', 'pressed', 'tint', 'found'] as const;

/** Sets `--venue-…` on `root` for an accent, or takes them away for null: the style sheet then has its own. */
export function applyAccent(root: HTMLElement, accent: string | null): void {
  const colours = accent === null ? null : accentColours(accent);
  for (const role of roles) {
    if (colours) root.style.setProperty(`--venue-${role}`, colours[role]);
    else root.style.removeProperty(`--venue-${role}`);
  }
}

/** Follows the shown release: a venue may change its colour with any of them. */
export function useVenueTheme(): void {
  const engine = useEngine();
  useSignalEffect(() => {
    applyAccent(document.documentElement, displayOf(engine.manifest.value?.venue).accent);
  });
}
