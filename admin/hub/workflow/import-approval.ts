// Whether an import may approve what it brings: only where nobody else could.
import { AppError } from '#shared/errors/app-error.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { isAlone } from './bulk-act.ts';

/** Throws `workflow.import-approval` when a second person could review what comes in. */
export async function refuseApproval(desk: Pick<Desk, 'db'>, actor: Actor): Promise<void> {
  if (!(await isAlone(desk, actor))) throw new AppError('workflow.import-approval');
}
