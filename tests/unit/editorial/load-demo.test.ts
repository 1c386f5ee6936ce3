// The demonstration venue loads whole, once, and never over anybody's own content.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDemoWelcome, loadDemo } from '#hub/demo/load-demo.ts';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { listRegisters } from '#hub/registers/register-list.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

const list = fileURLToPath(new URL('../../../admin/hub/demo/content/attachments.json', import.meta.url));

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

describe('loadDemo', () => {
  it('when the store is empty › everything is approved, nothing was refused, every attachment found its record', async () => {
    expect(await isDemoWelcome(temp.desk)).toBe(true);
    const loaded = await loadDemo(temp.desk);
    expect(loaded).toBeGreaterThanOrEqual(150);
    const { counts, registers, pending } = await createRecordService(temp.desk).overview();
    expect(counts).toMatchObject({ total: loaded, awaitingReview: 0 });
    const entries = (await listRegisters(temp.desk.db)).reduce((sum, one) => sum + one.entries, 0);
    expect(registers).toMatchObject({ total: 17, waiting: 0 });
    expect(pending.added).toBe(loaded + registers.total + entries);
    const batch = await temp.desk.db.selectFrom('import_batches').selectAll().executeTakeFirstOrThrow();
    expect(batch).toMatchObject({ rejected: 0, updated: 0 });
    const wanted = JSON.parse(readFileSync(list, 'utf8')) as Record<string, readonly string[]>;
    const kept = await temp.desk.db.selectFrom('attachments').select('sha256').execute();
    expect(kept).toHaveLength(new Set(Object.values(wanted).flat()).size);
  });

  it('when it is loaded again after being cut short › nothing is repeated', async () => {
    const first = await loadDemo(temp.desk);
    const versions = await temp.desk.db.selectFrom('record_versions').select('version').execute();
    expect(await isDemoWelcome(temp.desk)).toBe(true);
    const registers = await listRegisters(temp.desk.db);
    expect(await loadDemo(temp.desk)).toBe(first);
    expect(await listRegisters(temp.desk.db)).toEqual(registers);
    expect(await temp.desk.db.selectFrom('record_versions').select('version').execute()).toEqual(versions);
  });

  it('when staff have content of their own › it is not welcome', async () => {
    const { id } = await createAgency(temp.desk, agencyInput('教育局'), clerk);
    await createRecordService(temp.desk).create(documentInput(id), clerk);
    expect(await isDemoWelcome(temp.desk)).toBe(false);
  });
});
