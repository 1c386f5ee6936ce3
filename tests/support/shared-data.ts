// Real data to try things on, which lies beside the project on some machines and never inside it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** True where the real data is at hand; tests that need it are skipped elsewhere. */
export const hasSharedData = existsSync(folder);

/** Why a test is skipped, to stand in its title. */
export const sharedDataReason = 'needs the real data folder beside the project';

/** Path of a file of the real data. */
export const sharedData = (name: string) => `${folder}${name}`;
