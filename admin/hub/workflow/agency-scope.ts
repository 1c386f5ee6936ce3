// Keeps whoever is bound to one agency to that agency's content, at every act that writes.
import { AppError } from '#shared/errors/app-error.ts';
import type { Actor } from '../http/actor.ts';

/** Throws `workflow.foreign-agency` when the actor is bound to another agency than this. */
export function requireOwnAgency(actor: Pick<Actor, 'agencyId'>, agencyId: string, what: string): void {
  if (actor.agencyId !== null && actor.agencyId !== agencyId) {
    throw new AppError('workflow.foreign-agency', { what });
  }
}
