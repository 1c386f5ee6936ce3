// Lists under short codes, as the store keeps them. The code comes from the list itself, so the same list is one row.
import { createHash } from 'node:crypto';
import { codeBytes, handoffCode } from '#shared/handoff/codes.ts';
import { decodeList, encodeList, shortCodeDays } from '#shared/handoff/list-payload.ts';
import type { HandoffListStore } from '../http/hub-services.ts';
import type { Database } from './tables.ts';

/** More codes than any hall gives out in a month; beyond it the ones nearest their end go. */
const mostLists = 50_000;
const dayMs = 86_400_000;

interface ListDesk {
  readonly db: Database;
  readonly now: () => number;
}

/** `attempt` tells codes apart in the one case in a trillion where two lists fall on the same. */
function codeOf(list: string, attempt: number): string {
  const digest = createHash('sha256').update(`${attempt} ${list}`).digest();
  return handoffCode(digest.subarray(0, codeBytes));
}

export function createHandoffListStore({ db, now }: ListDesk): HandoffListStore {
  const at = (ms: number) => new Date(ms).toISOString();
  const rowOf = (code: string) =>
    db.selectFrom('handoff_lists').selectAll().where('code', '=', code).executeTakeFirst();

  async function freeCode(list: string): Promise<string> {
    for (let attempt = 0; ; attempt += 1) {
      const code = codeOf(list, attempt);
      const row = await rowOf(code);
      if (row === undefined || row.list === list) return code;
    }
  }

  return {
    keep: async (records) => {
      const list = encodeList(records);
      const expiresAt = at(now() + shortCodeDays * dayMs);
      await makeRoom(db, at(now()));
      const code = await freeCode(list);
      await db
        .insertInto('handoff_lists')
        .values({ code, list, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('code').doUpdateSet({ expires_at: expiresAt }))
        .execute();
      return { code, expiresAt };
    },
    find: async (code) => {
      const row = await rowOf(code);
      return row === undefined || row.expires_at <= at(now()) ? null : decodeList(row.list);
    },
  };
}

async function makeRoom(db: Database, present: string): Promise<void> {
  await db.deleteFrom('handoff_lists').where('expires_at', '<=', present).execute();
  const { held } = await db
    .selectFrom('handoff_lists')
    .select((expression) => expression.fn.countAll<number>().as('held'))
    .executeTakeFirstOrThrow();
  if (Number(held) < mostLists) return;
  const oldest = db
    .selectFrom('handoff_lists')
    .select('code')
    .orderBy('expires_at')
    .limit(mostLists / 10);
  await db.deleteFrom('handoff_lists').where('code', 'in', oldest).execute();
}
