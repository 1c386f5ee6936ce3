// Agencies are named once, whatever the spelling; the venue says who it is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVenueService } from '#hub/editorial/venue-service.ts';
import type { VenueService } from '#hub/http/hub-services.ts';
import { defaultDisplay } from '#shared/catalogue/venue-display.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let venue: VenueService;
beforeEach(async () => {
  temp = await openTempDesk();
  venue = createVenueService(temp.desk);
});
afterEach(() => temp.close());

describe('agencies', () => {
  it('when listed › they stand in their order', async () => {
    await venue.createAgency(agencyInput('民政局', 2), clerk);
    await venue.createAgency(agencyInput('教育局', 1), clerk);
    expect((await venue.agencies()).map((agency) => agency.name)).toEqual(['教育局', '民政局']);
  });

  it('when a name is taken under another spelling › it is refused', async () => {
    const { id } = await venue.createAgency(agencyInput('民政局（A）'), clerk);
    await expect(venue.createAgency(agencyInput('民政局 (a)'), clerk)).rejects.toThrow(
      /store\.agency-exists/,
    );
    const other = await venue.createAgency(agencyInput('教育局'), clerk);
    await expect(venue.updateAgency(other.id, agencyInput('民政局（A）'), clerk)).rejects.toThrow(
      /store\.agency-exists/,
    );
    expect(await venue.updateAgency(id, agencyInput('民政局（a）'), clerk)).toMatchObject({ id });
  });

  it('when there is no such agency › changing it says so', async () => {
    await expect(venue.updateAgency('nobody', agencyInput('甲'), clerk)).rejects.toThrow(/not-found/);
  });
});

describe('venue', () => {
  it('when nobody wrote a profile › a neutral one is shown, and the saved one after', async () => {
    expect(await venue.profile()).toMatchObject({ name: '政府信息查阅点', phone: null });
    const profile = {
      name: '查阅中心',
      region: '明渚区',
      address: null,
      phone: '0600',
      hours: null,
      supervisionPhone: null,
    };
    await venue.saveProfile(profile, clerk);
    await venue.saveProfile({ ...profile, phone: '0601' }, clerk);
    expect(await venue.profile()).toEqual({ ...profile, phone: '0601', display: defaultDisplay });
  });

  const profile = { name: '馆', region: '', address: null, phone: null, hours: null, supervisionPhone: null };
  const accent = '#7a1f5c';

  it('when display settings are saved › they stay, also when the next change leaves them out', async () => {
    await venue.saveProfile({ ...profile, display: { ...defaultDisplay, accent: ' #7A1F5C' } }, clerk);
    await venue.saveProfile({ ...profile, phone: '0601' }, clerk);
    expect(await venue.profile()).toEqual({
      ...profile,
      phone: '0601',
      display: { ...defaultDisplay, accent },
    });
  });

  it('when the colour is too pale › nothing of the profile is saved', async () => {
    await venue.saveProfile({ ...profile, display: { ...defaultDisplay, accent } }, clerk);
    const pale = { ...profile, name: '新馆', display: { ...defaultDisplay, accent: '#88aabb' } };
    await expect(venue.saveProfile(pale, clerk)).rejects.toThrow(/venue\.accent-contrast.*#88aabb/);
    expect(await venue.profile()).toMatchObject({ name: '馆', display: { accent } });
  });

  it.each(['{', '[]', '{"accent":"red"}'])(
    'when the store keeps %s › screens look as the product does',
    async (kept) => {
      await venue.saveProfile(profile, clerk);
      await temp.desk.db.updateTable('venue').set({ display_json: kept }).execute();
      expect(await venue.profile()).toEqual({ ...profile, display: defaultDisplay });
    },
  );
});
