// Vitest's global set-up of the browser tests: the pages are built once, as `npm start` builds them.
import { buildPages } from '#scripts/build.ts';

export default async function setup(): Promise<void> {
  await buildPages({ isQuiet: true });
}
