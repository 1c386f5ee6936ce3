// By when matters must be updated next, from the store through the manifest to whoever shows it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOwedDates } from '#hub/deadlines/owed-dates.ts';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { saveVenue } from '#hub/editorial/venue-service.ts';
import { owedDateOf } from '#shared/catalogue/owed-dates.ts';
import { defaultDisplay } from '#shared/catalogue/venue-display.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

const bare = {
  format: 1,
  version: 1,
  publishedAt: '2024-05-06T08:00:00Z',
  note: '',
  publicUrl: '',
  venue: { name: '馆', region: '区', address: null, phone: null, hours: null, supervisionPhone: null },
  agencies: [],
  tree: [],
  synonyms: [],
  records: 0,
  byKind: { document: 0, guide: 0, notice: 0, matter: 0, page: 0, register: 0, entry: 0 },
  segments: [],
  attachments: [],
};
const parse = (manifest: object) => parseManifest(new TextEncoder().encode(JSON.stringify(manifest)));

let temp: TempDesk;
let matterId: string;

/** A matter to be reported on every month, entered on 6 May 2024. */
beforeEach(async () => {
  temp = await openTempDesk();
  const agency = await createAgency(temp.desk, agencyInput('民政局'), clerk);
  const details = {
    ...{ type: 'matter', field: '社会救助', levels: ['救助'], elements: '', basis: '' },
    deadline: { type: 'frequency', times: 1, every: 'month', text: '每月' },
    ...{
      channels: [],
      otherChannels: [],
      audience: [],
      audienceNote: null,
      mode: [],
      tiers: [],
      responsible: null,
    },
  } as unknown as RecordInput['details'];
  const records = createRecordService(temp.desk);
  const input = documentInput(agency.id, { kind: 'matter', title: '救助', date: null, details });
  matterId = (await records.create(input, clerk)).id;
  await records.approve([matterId], clerk);
});
afterEach(() => temp.close());

const show = (showsDue: boolean) =>
  saveVenue(temp.desk, { ...bare.venue, display: { ...defaultDisplay, showsDue } }, clerk);

describe('owed dates', () => {
  it('store › when the venue does not let them be shown › a release tells none', async () => {
    expect(await loadOwedDates(temp.desk)).toEqual([]);
    await show(true);
    expect(await loadOwedDates(temp.desk)).toEqual([{ on: '2024-06-17', matters: [matterId] }]);
    await show(false);
    expect(await loadOwedDates(temp.desk)).toEqual([]);
  });

  it('manifest › when it tells them › they are read back, and what is no date is refused', () => {
    const owed = [{ on: '2024-06-17', matters: ['m1', 'm2'] }];
    expect(parse({ ...bare, owed }).owed).toEqual(owed);
    expect(parse(bare).owed).toBeUndefined();
    expect(() => parse({ ...bare, owed: [{ on: 'soon', matters: [] }] })).toThrow(
      'release.manifest-malformed',
    );
    expect(() => parse({ ...bare, owed: [{ on: '2024-06-17', matters: [7] }] })).toThrow(
      'release.manifest-malformed',
    );
  });

  it('showing › when the day is over, ahead or unknown › each is told apart', () => {
    const owed = [{ on: '2024-06-17', matters: ['m1'] }];
    expect(owedDateOf(owed, 'm1', '2024-06-17')).toMatchObject({ on: '2024-06-17', isPast: false });
    expect(owedDateOf(owed, 'm1', '2024-06-18')).toMatchObject({ on: '2024-06-17', isPast: true });
    expect(owedDateOf(owed, 'm2', '2024-06-18')).toBeNull();
    expect(owedDateOf(undefined, 'm1', '2024-06-18')).toBeNull();
  });
});
