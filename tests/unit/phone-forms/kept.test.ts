// What the forms keep on a phone: for how long, what goes with what, and what is wiped.
import { describe, expect, it } from 'vitest';
import { longestDraftMs, openKept, sweepDrafts } from '../../../admin/phone/forms/kept.ts';
import type { OutboxItem } from '../../../admin/phone/forms/outbox.ts';
import { memoryTables } from '../../../admin/phone/forms/tables.ts';

const values = { content: '要一份文件', submissionId: 'same-id' };
const files = [{ name: 'a.jpg', mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]) }];
const item: OutboxItem = {
  id: 'same-id',
  target: 'case',
  form: 'apply',
  body: {},
  files: files.map((file) => ({ ...file, uploadId: 'upload-1' })),
  values,
  madeAt: 0,
  wasTried: false,
};
const receipt = {
  kind: 'request',
  number: '12',
  code: 'K7M2-Q9X4-3TTP',
  receivedOn: '2026-11-26',
  needsPhone: true,
} as const;

describe('a draft', () => {
  it('when it is opened again › it is there as it was, with its photos', async () => {
    const kept = openKept(memoryTables(), () => 0);
    await kept.saveDraft({ form: 'apply', values, files, savedAt: 1000 });
    expect(await kept.draft('apply', 2000)).toMatchObject({ values, files });
    expect(await kept.draft('voice', 2000)).toBeNull();
  });

  it('when it is older than seven days › it is gone, also where nobody opens its form', async () => {
    const tables = memoryTables();
    const kept = openKept(tables, () => 0);
    await kept.saveDraft({ form: 'apply', values, files, savedAt: 0 });
    await kept.saveDraft({ form: 'voice', values, files, savedAt: 0 });
    expect(await kept.draft('apply', longestDraftMs)).not.toBeNull();
    expect(await kept.draft('apply', longestDraftMs + 1)).toBeNull();
    expect(await kept.draft('apply', 0)).toBeNull();
    await sweepDrafts(tables, longestDraftMs + 1);
    expect(await kept.draft('voice', 0)).toBeNull();
  });

  it('when it is submitted › it leaves with the submission, and is back as it was when that is refused', async () => {
    const kept = openKept(memoryTables(), () => 7);
    await kept.saveDraft({ form: 'apply', values, files, savedAt: 0 });
    await kept.enqueue(item);
    expect(await kept.draft('apply', 0)).toBeNull();
    await kept.giveBack('same-id');
    expect(await kept.items()).toEqual([]);
    expect(await kept.draft('apply', 7)).toEqual({ form: 'apply', values, files, savedAt: 7 });
  });
});

describe('receipts on the phone', () => {
  it('when a submission is settled › its receipt stays and nothing of what was written does', async () => {
    const kept = openKept(memoryTables(), () => 5);
    await kept.enqueue(item);
    await kept.settle('same-id', receipt);
    expect(await kept.items()).toEqual([]);
    expect(await kept.receipts()).toEqual([{ ...receipt, keptAt: 5 }]);
  });

  it('when one is forgotten, and then all › they are gone', async () => {
    let now = 1;
    const kept = openKept(memoryTables(), () => now);
    await kept.keepReceipt(receipt);
    now = 2;
    await kept.keepReceipt({ ...receipt, code: 'AAAA-BBBB-CCCC' });
    expect((await kept.receipts()).map(({ code }) => code)).toEqual(['AAAA-BBBB-CCCC', receipt.code]);
    await kept.forgetReceipt(receipt.code);
    expect(await kept.receipts()).toHaveLength(1);
    await kept.forgetReceipts();
    expect(await kept.receipts()).toEqual([]);
  });
});
