// The real lists beside the project: all rows come through, in bounded memory.
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RecordDraft } from '#hub/ingest/draft.ts';
import { ingestFile } from '#hub/ingest/ingest-file.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';
import { defaultOptions } from './make-files.ts';

/** Counts a file's rows without keeping them; `look` sees every draft. */
async function count(
  name: string,
  look: (draft: RecordDraft) => void,
): Promise<{ accepted: number; rejected: number }> {
  const path = sharedData(name);
  const counts = { accepted: 0, rejected: 0 };
  for await (const file of ingestFile({ name, path, bytes: statSync(path).size }, defaultOptions)) {
    for await (const event of file.events) {
      if (event.type === 'accepted') look(event.draft);
      if (event.type === 'accepted' || event.type === 'rejected') counts[event.type] += 1;
    }
  }
  return counts;
}

describe.skipIf(!hasSharedData)(`real lists (${sharedDataReason})`, () => {
  test('2,917 laws › all accepted, articles anchored, heap stays small', async () => {
    let anchored = 0;
    let highest = 0;
    const counts = await count('laws.jsonl.gz', (draft) => {
      anchored += draft.bodyHtml.includes('id="art-1"') ? 1 : 0;
      highest = Math.max(highest, process.memoryUsage().heapUsed);
    });
    expect(counts).toEqual({ accepted: 2_917, rejected: 0 });
    expect(anchored).toBeGreaterThan(2_000);
    expect(highest).toBeLessThan(400 * 1024 * 1024);
  });

  test('72 reports › dated by year where the source has one', async () => {
    const years: (string | null)[] = [];
    expect(await count('gov_work_reports.jsonl.gz', ({ date }) => years.push(date))).toEqual({
      accepted: 72,
      rejected: 0,
    });
    expect(years.every((year) => year === null || /^\d{4}$/u.test(year))).toBe(true);
  });

  test('1,135 service items › each a guide with type, code and link', async () => {
    const incomplete: string[] = [];
    const counts = await count('service_items_guangan.csv', ({ title, details }) => {
      const isWhole =
        details?.type === 'guide' &&
        details.itemCode !== null &&
        details.onlineUrl !== null &&
        !/^\d/u.test(details.itemType ?? '0');
      if (!isWhole) incomplete.push(title);
    });
    expect(counts).toEqual({ accepted: 1_135, rejected: 0 });
    expect(incomplete).toEqual([]);
  });
});
