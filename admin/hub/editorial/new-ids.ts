// Names for new things: ids that sort by the time they were made, and unused hand-off codes.
import { AppError } from '#shared/errors/app-error.ts';
import { codeBytes, handoffCode } from '#shared/handoff/codes.ts';
import { encodeCrockford } from '#shared/handoff/crockford.ts';
import type { Desk } from './desk.ts';

/** With 10 million records of 2^40 codes one try in 100,000 collides; this many in a row never do. */
const codeTries = 20;

/** A new id: a letter for the kind of thing, ten symbols of time, eight of chance; lower case. */
export function newId(desk: Pick<Desk, 'now' | 'randomBytes'>, prefix: string): string {
  const time = new Uint8Array(10);
  new DataView(time.buffer).setBigUint64(2, BigInt(desk.now()));
  // 80 bits are 16 symbols, of which the first six only ever hold zero bits.
  const stamp = encodeCrockford(time).slice(6);
  return (prefix + stamp + encodeCrockford(desk.randomBytes(5))).toLowerCase();
}

/** A hand-off code no record has. Throws `store.no-code-left` when randomness keeps repeating itself. */
export async function newCode(desk: Desk): Promise<string> {
  for (let attempt = 0; attempt < codeTries; attempt++) {
    const code = handoffCode(desk.randomBytes(codeBytes));
    const taken = await desk.db
      .selectFrom('records')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst();
    if (taken === undefined) return code;
  }
  throw new AppError('store.no-code-left');
}
