// Agencies are named once, whatever the spelling; the venue says who it is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVenueService } from '#hub/editorial/venue-service.ts';
import type { VenueService } from '#hub/http/hub-services.ts';
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
    expect(await venue.profile()).toEqual({ ...profile, phone: '0601' });
  });
});
