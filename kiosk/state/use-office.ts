// The office that takes applications: the agency whose disclosure guide is the newest.
import type { Agency } from '#shared/catalogue/venue.ts';
import { useSection } from './disclosure-records.ts';
import { useEngine } from './engine-context.ts';

/** Undefined where no agency has published its guide. */
export function useDisclosureOffice(): Agency | undefined {
  const manifest = useEngine().manifest.value;
  const [guide] = useSection('disclosure-guide').value ?? [];
  return manifest?.agencies.find(({ id }) => id === guide?.agencyId);
}
