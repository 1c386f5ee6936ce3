// The intake of cases with what consultations ask of it: a reply is admitted, stored and noted in one transaction.
import { consultationKinds } from '#shared/cases/case-kinds.ts';
import { formatHandoff, parseHandoff } from '#shared/handoff/codes.ts';
import type { Submission } from '#shared/protocol/cases-api.ts';
import { type CaseDesk, withCaseTransaction } from '../cases/case-desk.ts';
import type { CaseIntake } from '../cases/case-ports.ts';
import { submitInTransaction, type TakenCase } from '../cases/intake/submit-case.ts';
import type { Database } from '../store/tables.ts';
import { admitReply, noteReply } from './admit-reply.ts';

/** Comments, objections and sign-ups go by the consultation they answer; everything else as before. */
export function intakeOfReplies(cases: CaseDesk, intake: CaseIntake): CaseIntake {
  return {
    ...intake,
    submit: async (submission, channel) => {
      if (!consultationKinds.includes(submission.kind)) return intake.submit(submission, channel);
      return (await submitReply(cases, submission, channel)).receipt;
    },
  };
}

/**
 * The same submission id gets the same receipt, also when the period is over by then.
 * Throws `consultations.…` or `cases.…`.
 */
export function submitReply(
  cases: CaseDesk,
  submission: Submission,
  ...rest: SubmitRest
): Promise<TakenCase> {
  return withCaseTransaction(cases, (inside) => submitReplyInside(inside, submission, ...rest));
}

/** The same within a transaction. What came on paper is admitted by the day it came. */
export async function submitReplyInside(
  inside: CaseDesk,
  submission: Submission,
  ...[channel, circumstances = {}]: SubmitRest
): Promise<TakenCase> {
  const { db } = inside.desk;
  if (await isTaken(db, submission.submissionId)) return submitInTransaction(inside, submission, channel);
  const { receivedOn } = circumstances;
  const cameAtMs = receivedOn === undefined ? inside.desk.now() : Date.parse(`${receivedOn}T12:00:00+08:00`);
  const admitted = await admitReply(inside.desk, submission, cameAtMs);
  const code = parseHandoff(submission.recordCode ?? '')?.code ?? '';
  const taken = await submitInTransaction(
    inside,
    {
      ...submission,
      agencyId: admitted.agencyId,
      recordCode: formatHandoff(code, admitted.recordVersion),
    },
    channel,
    { ...circumstances, consultationId: admitted.consultationId },
  );
  await noteReply(inside.desk, admitted, taken.id);
  return taken;
}

type SubmitRest =
  Parameters<typeof submitInTransaction> extends [unknown, unknown, ...infer Rest] ? Rest : never;

async function isTaken(db: Database, submissionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  return row !== undefined;
}
