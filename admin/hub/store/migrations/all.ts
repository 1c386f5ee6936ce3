// Every migration in order; a new one is added at the end.
import { firstSchema } from './0001-first-schema.ts';
import { synonyms } from './0002-synonyms.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [firstSchema, synonyms];
