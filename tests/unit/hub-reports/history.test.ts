// What a terminal showed on a day, what a release carried, and the trail handed out: told from what was noted at the time.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudit } from '#hub/editorial/audit.ts';
import { auditLines } from '#hub/reports/history/audit-export.ts';
import { releaseRecords } from '#hub/reports/history/release-content.ts';
import { shownAt } from '#hub/reports/history/terminal-history.ts';
import { createTerminalStore } from '#hub/store/terminal-store.ts';
import { openReportDesk, type ReportDesk } from '../../support/report-desk.ts';

let desk: ReportDesk;
const carried = new Map<number, string[]>();

beforeAll(async () => {
  desk = await openReportDesk('民政局');
  const [civil = ''] = desk.agencies;
  desk.at('2026-03-01T01:00:00Z');
  const ids = [];
  for (let number = 0; number < 5; number += 1) ids.push(await desk.add(civil, { title: `通知${number}` }));
  const [first = '', second = '', third = ''] = ids;
  const note = async (version: number) => {
    const rows = await desk.desk.db
      .selectFrom('records')
      .select(['id', 'published_version as version'])
      .where('published_version', 'is not', null)
      .orderBy('id')
      .execute();
    carried.set(
      version,
      rows.map(({ id, version }) => `${id} ${version}`),
    );
  };
  await desk.approve(first, second);
  await note(await desk.publish('2026-03-01T02:00:00Z'));
  await desk.withdraw(first);
  await desk.approve(third);
  await note(await desk.publish('2026-03-03T02:00:00Z'));
  await desk.change(second, { title: '通知一改' });
  await desk.approve(second, first);
  await note(await desk.publish('2026-03-05T02:00:00Z'));
  await desk.publish('2026-03-05T03:00:00Z');
});
afterAll(() => desk.close());

async function enrol(id: string) {
  const store = createTerminalStore(desk.desk.db);
  const base = { id, name: `${id}号`, userAgent: '', screen: '', enrolledAt: '2026-03-01T00:00:00Z' };
  await store.insert({ ...base, tokenHash: id, lastSeenAt: null, report: null });
  const rest = { contentAsOf: null, problem: null, damagedBlocks: 0, usedBytes: null, appVersion: '1' };
  return (at: string, version: number | null) =>
    store.saveReport(id, { ...rest, version, lastSyncAt: at }, new Date(at).toISOString());
}

describe('releaseRecords › when records came, changed and went', () => {
  it('it lists every release as it was, also long after', async () => {
    for (const [version, wanted] of carried) {
      const { records, isListKnown } = await releaseRecords(desk.desk.db, version, { limit: 100 });
      expect(records.map(({ id, version: own }) => `${id} ${own}`)).toEqual(wanted);
      expect(isListKnown).toBe(true);
    }
    const { records } = await releaseRecords(desk.desk.db, 2, { limit: 100 });
    expect(records.map(({ title }) => title)).toEqual(['通知1', '通知2']);
  });

  it('it pages by id and finds words of titles literally', async () => {
    const page = await releaseRecords(desk.desk.db, 3, { limit: 2 });
    const rest = await releaseRecords(desk.desk.db, 3, { limit: 2, after: page.next ?? '' });
    expect([...page.records, ...rest.records].map(({ id, version }) => `${id} ${version}`)).toEqual(
      carried.get(3),
    );
    expect(rest.next).toBeNull();
    expect((await releaseRecords(desk.desk.db, 3, { q: '一改', limit: 9 })).records).toHaveLength(1);
    expect((await releaseRecords(desk.desk.db, 3, { q: '%', limit: 9 })).records).toEqual([]);
  });
});

describe('shownAt › when a terminal reported its releases', () => {
  it('it names the release of a day, of an instant, and both on the day of the change', async () => {
    const report = await enrol('7');
    await report('2026-03-01T02:10:00Z', 1);
    await report('2026-03-03T02:00:00Z', 1);
    await report('2026-03-03T02:05:00Z', 2);
    await report('2026-03-05T02:00:00Z', 2);
    await report('2026-03-05T02:10:00Z', 3);
    const versions = async (at: string) => {
      const { shown, isCertain } = await shownAt(desk.desk.db, '7', at);
      return [shown.map(({ version }) => version), isCertain];
    };
    expect(await versions('2026-03-02')).toEqual([[1], true]);
    expect(await versions('2026-03-03')).toEqual([[1, 2], true]);
    expect(await versions('2026-03-04')).toEqual([[2], true]);
    expect(await versions('2026-03-03T02:05:00Z')).toEqual([[2], true]);
    expect(await versions('2026-03-03T10:04:00+08:00')).toEqual([[1], false]);
    expect(await versions('2026-03-09')).toEqual([[3], false]);
    const { shown, terminal } = await shownAt(desk.desk.db, '7号', '2026-03-04');
    expect(terminal.id).toBe('7');
    expect(shown[0]).toMatchObject({
      release: { version: 2, publishedAt: '2026-03-03T02:00:00Z', who: '发布员' },
      installedAt: '2026-03-03T02:05:00Z',
      isListKnown: true,
    });
  });

  it('and was silent around a change › it says that it is not certain', async () => {
    const report = await enrol('8');
    await report('2026-03-01T02:10:00Z', 1);
    await report('2026-03-04T02:00:00Z', 2);
    const { shown, isCertain } = await shownAt(desk.desk.db, '8', '2026-03-03');
    expect([shown.map(({ version }) => version), isCertain]).toEqual([[1], false]);
  });

  it('before anything was reported, or of a terminal nobody knows › it refuses', async () => {
    await enrol('9');
    await expect(shownAt(desk.desk.db, '9', '2026-03-03')).rejects.toMatchObject({
      code: 'report.no-release',
    });
    await expect(shownAt(desk.desk.db, '10', '2026-03-03')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('and two reports share a moment › it keeps both in order', async () => {
    const report = await enrol('11');
    await report('2026-03-01T02:10:00.000Z', 1);
    await report('2026-03-01T02:10:00.000Z', 2);
    const { shown } = await shownAt(desk.desk.db, '11', '2026-03-01');
    expect(shown.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe('auditLines › when the trail is handed out', () => {
  const parse = async (from: string | null, to: string | null) => {
    let text = '';
    for await (const piece of auditLines(desk.desk.db, { from, to })) text += piece;
    const [head, ...entries] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { head, entries };
  };
  /** As the file's own description says, written without the program's code. */
  const recount = (previous: string, entries: Record<string, string | number>[]) => {
    let before = previous;
    for (const entry of entries) {
      const hash = createHash('sha256');
      for (const key of ['id', 'at', 'who', 'action', 'subject', 'details']) {
        if (key === 'id') hash.update(`${Buffer.byteLength(before)}:${before}`);
        const text = String(entry[key]);
        hash.update(`${Buffer.byteLength(text)}:${text}`);
      }
      before = hash.digest('hex');
      if (before !== entry.digest) return null;
    }
    return before;
  };

  it('whole › it verifies by its own description, up to the head', async () => {
    await recordAudit(desk.desk, { who: '李', action: 'venue.update', subject: '馆' });
    const { head, entries } = await parse(null, null);
    expect(entries.length).toBe(head.chain.entries);
    expect(head.previous).toBe('');
    expect(recount(head.previous, entries)).toBe(head.chain.head);
    entries[1].who = '王';
    expect(recount(head.previous, entries)).toBeNull();
  });

  it('for some days › that part verifies by itself', async () => {
    const { head, entries } = await parse('2026-03-03', '2026-03-03');
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ at }: { at: string }) => at.slice(0, 10)))).toEqual(
      new Set(['2026-03-03']),
    );
    expect(head.previous).not.toBe('');
    expect(recount(head.previous, entries)).toBe(entries.at(-1).digest);
  });
});
