// Planned times through the desk: kept with a version, refused backwards, published, and older content as it was.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { createVenueService } from '#hub/editorial/venue-service.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type RecordInput, recordInputSchema } from '#shared/protocol/hub-api.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '../../support/temp-desk.ts';

let temp: TempDesk;
let agencyId: string;
beforeEach(async () => {
  temp = await openTempDesk();
  agencyId = (await createVenueService(temp.desk).createAgency(agencyInput('某局'), clerk)).id;
});
afterEach(() => temp.close());

const span = { from: '2026-05-01T01:00:00.000Z', until: '2026-05-08T16:00:00.000Z' };

async function approved(changes: Partial<RecordInput>): Promise<CatalogueRecord> {
  const records = createRecordService(temp.desk);
  const { id } = await records.create(documentInput(agencyId, changes), clerk);
  await records.approve([id], clerk);
  for await (const { record } of createPublishSource(temp.desk).load([id])) return record;
  throw new Error('nothing to publish');
}

it('record › when times are planned › they are kept and published', async () => {
  const records = createRecordService(temp.desk);
  const given = { from: '2026-05-01T01:00:00Z', until: span.until };
  const { id } = await records.create(documentInput(agencyId, { shown: given }), clerk);
  expect((await records.detail(id)).content.shown).toEqual(span);
  expect((await approved({ title: '另一个通知', shown: span })).shown).toEqual(span);
});

it('record › when none are planned › nothing of it is written', async () => {
  expect(await approved({})).not.toHaveProperty('shown');
  expect(await approved({ title: '另一个通知', shown: { from: null, until: null } })).not.toHaveProperty(
    'shown',
  );
  const [stored] = await temp.desk.db.selectFrom('record_versions').select('content_json').execute();
  expect(stored?.content_json).not.toContain('shown');
});

it('record › when it would end before it begins › it is refused', async () => {
  const backwards = { from: span.until, until: span.from };
  const refusal = await approved({ shown: backwards }).catch((thrown: unknown) => thrown);
  expect(refusal instanceof AppError && refusal.code).toBe('store.shown-backwards');
});

it('notice › when it goes with its period › it ends with the last day of it', async () => {
  const details = { level: 'ordinary', startsOn: null, endsOn: '2026-05-07', withdrawsAtEnd: true };
  const { shown } = await approved({ kind: 'notice', details });
  expect(shown).toEqual({ from: null, until: '2026-05-07T16:00:00.000Z' });
});

it('input › when it is of before there were times › it reads as without', () => {
  const { shown: _shown, ...older } = documentInput(agencyId);
  expect(recordInputSchema.parse(older).shown).toBeNull();
});
