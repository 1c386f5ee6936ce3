// A register about to be changed: found, and of the agency whoever changes it is bound to.
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { requireOwnAgency } from '../workflow/agency-scope.ts';
import { loadRegister, type StoredRegister } from './stored-register.ts';

/** Throws `not-found` or `workflow.foreign-agency`. */
export async function loadOwnRegister(db: Database, id: string, actor: Actor): Promise<StoredRegister> {
  const register = await loadRegister(db, id);
  requireOwnAgency(actor, register.agencyId, register.definition.title);
  return register;
}
