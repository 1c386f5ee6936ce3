// The venue's topics to wish for and contacts of supervision in the store.
import { readVoice } from '#shared/release/parse-voice.ts';
import { findVoiceFault, tidyVoice, type VenueVoice } from '#shared/voice/venue-voice.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';

/** Nothing of either until staff have saved some. */
export async function loadVoice(db: Database): Promise<VenueVoice> {
  const row = await db
    .selectFrom('voice_settings')
    .select('voice_json')
    .where('id', '=', 1)
    .executeTakeFirst();
  return readVoice(row?.voice_json ?? null);
}

/** Throws `voice.…` naming the first row that cannot stay. */
export async function saveVoice(desk: Desk, given: VenueVoice, actor: Actor): Promise<VenueVoice> {
  const voice = tidyVoice(given);
  const fault = findVoiceFault(voice);
  if (fault !== null) throw fault;
  await withTransaction(desk, async (inside) => {
    const row = {
      voice_json: JSON.stringify(voice),
      updated_at: instant(inside),
      updated_by: actor.name,
    };
    await inside.db
      .insertInto('voice_settings')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const details = { topics: voice.topics.length, contacts: voice.supervision.length };
    await recordAudit(inside, { who: actor.name, action: 'voice.settings', subject: '点单与监督', details });
  });
  return voice;
}
