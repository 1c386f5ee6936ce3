// Who acts, as services and the audit trail know them.
import { founderRoles, type Role } from '#shared/accounts/roles.ts';

/** Who does something, for the audit trail. Every service that takes an actor writes the audit entry itself. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The one agency whose content they may touch; null for all of them. */
  readonly agencyId: string | null;
}

/** Whoever works at the machine itself, through the command line: the store lies open before them anyway. */
export function operatorActor(name: string): Actor {
  return { accountId: '', name, roles: founderRoles, agencyId: null };
}

/** Whether it is whoever works at the machine itself, to whom the desk's rules about two people cannot apply. */
export function isOperator(actor: Pick<Actor, 'accountId'>): boolean {
  return actor.accountId === '';
}
