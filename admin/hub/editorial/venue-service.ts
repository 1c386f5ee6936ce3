// The venue's own profile, and the agencies and tree that belong to it, for the hub's HTTP side.
import type { Hall } from '#shared/catalogue/hall-plan.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { defaultDisplay } from '#shared/catalogue/venue-display.ts';
import type { Actor, VenueService } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { loadVoice } from '../voice/voice-settings.ts';
import { createAgency, listAgencies, updateAgency } from './agencies.ts';
import { recordAudit } from './audit.ts';
import { type Desk, instant, withTransaction } from './desk.ts';
import { loadHall, readHall, saveHall } from './hall.ts';
import { listTree } from './tree.ts';
import { readDisplay, storeDisplay } from './venue-display.ts';

/** What a store without a profile shows until staff write one. */
const unnamedVenue: VenueProfile = {
  name: '政府信息查阅点',
  region: '',
  address: null,
  phone: null,
  hours: null,
  supervisionPhone: null,
  display: defaultDisplay,
};

export function createVenueService(desk: Desk): VenueService {
  return {
    profile: () => loadVenue(desk.db),
    saveProfile: (profile, actor) => saveVenue(desk, profile, actor),
    agencies: () => listAgencies(desk.db),
    createAgency: (input, actor) => createAgency(desk, input, actor),
    updateAgency: (id, input, actor) => updateAgency(desk, id, input, actor),
    tree: () => listTree(desk.db),
    hall: () => loadHall(desk.db),
    saveHall: (hall, actor) => saveHall(desk, hall, actor),
  };
}

const isEmptyHall = ({ floors, exceptions, contacts }: Hall) =>
  floors.length + exceptions.length + contacts.length === 0;

/** The profile staff saved, or a neutral one. */
export async function loadVenue(db: Database): Promise<VenueProfile> {
  const row = await db.selectFrom('venue').selectAll().where('id', '=', 1).executeTakeFirst();
  const voice = await loadVoice(db);
  const isMute = voice.topics.length + voice.supervision.length === 0;
  const spoken = isMute ? {} : { voice };
  if (row === undefined) return { ...unnamedVenue, ...spoken };
  const { name, region, address, phone, hours } = row;
  const display = readDisplay(row.display_json);
  const hall = readHall(row.hall_json);
  const contact = { address, phone, hours, supervisionPhone: row.supervision_phone };
  const profile = { name, region, ...contact, display, ...spoken };
  return hall === null || isEmptyHall(hall) ? profile : { ...profile, hall };
}

/**
 * Writes the profile and puts it on record; display settings left out stay as they are. Throws
 * `venue.…` naming the first field of those that cannot stay.
 */
export async function saveVenue(desk: Desk, profile: VenueProfile, actor: Actor): Promise<void> {
  const { name, region, address, phone, hours, supervisionPhone } = profile;
  const kept = profile.display === undefined ? {} : { display_json: storeDisplay(profile.display) };
  const columns = { name, region, address, phone, hours, supervision_phone: supervisionPhone, ...kept };
  return withTransaction(desk, async (inside) => {
    const row = { ...columns, updated_at: instant(desk) };
    await inside.db
      .insertInto('venue')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    await recordAudit(inside, { who: actor.name, action: 'venue.update', subject: name });
  });
}
