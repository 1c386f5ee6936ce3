// Makes sure that the key file fits the store before anything new is sealed with it or looked up by it.
import type { CaseDesk } from './case-desk.ts';

/**
 * Without this a lost key file would silently be made anew: codes would no longer be found, and cases of two keys would
 * lie side by side. Throws `cases.key-missing`.
 */
export async function requireFittingKey({ desk, vault }: CaseDesk): Promise<void> {
  const newest = await desk.db
    .selectFrom('cases')
    .select(['id', 'wrapped_key'])
    .where('wrapped_key', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.wrapped_key != null) await vault.unwrap(newest.wrapped_key, newest.id);
}
