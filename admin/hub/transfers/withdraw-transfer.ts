// Takes back what was transferred: only on an official letter, whose number and scan stay on record.
import { AppError } from '#shared/errors/app-error.ts';
import type { TransferRecall } from '#shared/protocol/transfers-api.ts';
import { recordAudit, subjectOf } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { markWithdrawn } from '../workflow/approve-versions.ts';
import { recallReviews } from '../workflow/review-store.ts';
import { noteEvent, update } from './prepare-transfer.ts';
import { findTransfer, requireState } from './transfer-scope.ts';

/** Throws `transfers.letter-missing`, or `transfers.nothing-to-withdraw` when one chosen is not there to be withdrawn. */
export function withdrawTransferred(
  desk: Desk,
  id: string,
  recall: TransferRecall,
  letter: { readonly name: string; readonly sha256: string },
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findTransfer(inside, id, actor);
    requireState(row, ['received'], null);
    const items = await inside.db
      .selectFrom('transfer_items')
      .select(['place', 'record_id', 'title'])
      .where('transfer_id', '=', id)
      .where('withdrawal_id', 'is', null)
      .where('place', 'in', recall.places)
      .execute();
    if (items.length !== new Set(recall.places).size) throw new AppError('transfers.nothing-to-withdraw');
    const withdrawalId = await insertLetter(inside, id, recall, letter, actor);
    await inside.db
      .updateTable('transfer_items')
      .set({ withdrawal_id: withdrawalId })
      .where('transfer_id', '=', id)
      .where('place', 'in', recall.places)
      .execute();
    const records = items.flatMap(({ record_id }) => (record_id === null ? [] : [record_id]));
    // Drafts too: a letter takes back what waits as well as what is public.
    await recallReviews(inside, records);
    await markWithdrawn(inside, records);
    await update(inside, row, {});
    await noteEvent(inside, id, actor.name, 'withdraw', `${recall.letterNo} ${recall.reason}`);
    const { letterNo, reason } = recall;
    await recordAudit(inside, {
      who: actor.name,
      action: 'transfer.withdraw',
      subject: subjectOf(items.map(({ title }) => title)),
      details: { id, letterNo, reason, letter: letter.sha256, records },
    });
  });
}

async function insertLetter(
  inside: Desk,
  transferId: string,
  { letterNo, reason }: TransferRecall,
  letter: { readonly name: string; readonly sha256: string },
  actor: Actor,
): Promise<string> {
  const id = inside.newId('w');
  await inside.db
    .insertInto('transfer_withdrawals')
    .values({
      id,
      transfer_id: transferId,
      letter_no: letterNo,
      letter_name: letter.name,
      letter_sha256: letter.sha256,
      reason,
      at: instant(inside),
      who: actor.name,
    })
    .execute();
  return id;
}
