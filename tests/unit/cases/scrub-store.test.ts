// Keys leave no copy behind where rows have wandered from page to page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scrubbingTransaction } from '#hub/cases/privacy/scrub-store.ts';
import { openTempCases, type TempCases } from '../../support/temp-cases.ts';
import { repeatableBytes } from '../../support/temp-desk.ts';

let temp: TempCases;
beforeEach(async () => {
  temp = await openTempCases();
});
afterEach(() => temp.close());

const bytes = repeatableBytes(20190515);
const draw = (below: number) => Buffer.from(bytes(2)).readUInt16BE() % below;
const text = (length: number) => Buffer.from(bytes(length)).toString('base64url');

interface Made {
  readonly id: string;
  readonly wrapped: string;
}

/** Rows that come and grow and shrink in any order, as they do over years. */
async function churn(rows: number): Promise<readonly Made[]> {
  const made: Made[] = [];
  const common = { case_id: null, origin: 'applicant', media_type: '', is_complete: 0 } as const;
  const numbers = { bytes: 1, received_bytes: 0, created_at: '', touched_at: '' };
  await temp.desk.db.transaction().execute(async (db) => {
    for (let index = 0; index < rows; index += 1) {
      const one = { id: text(15), wrapped: text(60) };
      made.push(one);
      const names = { id: one.id, wrapped_key: one.wrapped, sealed_name: text(draw(200)) };
      await db
        .insertInto('case_files')
        .values({ ...common, ...numbers, ...names })
        .execute();
      for (let turn = 0; turn < 4; turn += 1) {
        await db
          .updateTable('case_files')
          .set({ sealed_name: text(draw(200)), media_type: text(draw(200)) })
          .where('id', '=', made[draw(made.length)]?.id ?? '')
          .execute();
      }
    }
  });
  return made;
}

it('a store whose rows grew and moved for years › no key of what is erased is left in any page of it', async () => {
  const made = await churn(1500);
  const gone = made.filter((_, at) => at % 2 === 1);
  await scrubbingTransaction(temp.desk.db, async (db) => {
    for (const { id } of gone) await db.deleteFrom('case_files').where('id', '=', id).execute();
  });
  const raw = readFileSync(join(temp.dir, 'store.sqlite'));
  const isLeft = ({ wrapped }: Made) =>
    raw.includes(wrapped.slice(0, 24)) || raw.includes(wrapped.slice(-24));
  expect(gone.filter(isLeft)).toEqual([]);
  expect(made.filter(isLeft)).toHaveLength(made.length - gone.length);
  expect(temp.store.checkIntegrity()).toEqual([]);
});
