// The chain of the audit trail finds every row that was changed, put in, taken out or cut off.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordAudit } from '#hub/editorial/audit.ts';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import { migrate } from '#hub/store/migrate.ts';
import { migrations } from '#hub/store/migrations/all.ts';
import { openStore } from '#hub/store/open-store.ts';
import { openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
  for (let count = 1; count <= 5; count += 1) {
    const details = { count };
    await recordAudit(temp.desk, { who: '林', action: 'record.create', subject: `第${count}件`, details });
  }
});
afterEach(() => temp.close());

/** Somebody with the file in hand first takes the triggers away. */
async function tamper(statement: string): Promise<void> {
  await sql`drop trigger audit_entries_keep`.execute(temp.desk.db);
  await sql`drop trigger audit_entries_stay`.execute(temp.desk.db);
  await sql.raw(statement).execute(temp.desk.db);
}

describe('audit chain', () => {
  it('when nothing was touched › it is sound, and ends in the newest digest', async () => {
    const report = await verifyAuditChain(temp.desk.db);
    expect(report).toMatchObject({ isSound: true, entries: 5, broken: [] });
    expect(report.head).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['at', 'who', 'action', 'subject', 'details', 'digest'])(
    'when the %s of a row was changed › it names that row',
    async (column) => {
      await tamper(`update audit_entries set ${column} = ${column} || ' ' where id = 3`);
      const report = await verifyAuditChain(temp.desk.db);
      expect(report.isSound).toBe(false);
      expect(report.broken).toContain(3);
    },
  );

  it('when a row was taken out › it names the one after', async () => {
    await tamper('delete from audit_entries where id = 2');
    expect((await verifyAuditChain(temp.desk.db)).broken).toEqual([3]);
  });

  it('when the newest rows were cut off › it names the first that is missing', async () => {
    await tamper('delete from audit_entries where id > 3');
    expect(await verifyAuditChain(temp.desk.db)).toMatchObject({ isSound: false, broken: [4] });
  });

  it('when a row was put in between › the chain breaks there', async () => {
    await tamper(`update audit_entries set id = id + 1000 where id > 3`);
    expect((await verifyAuditChain(temp.desk.db)).isSound).toBe(false);
  });

  it('when entries were written before there was a chain › a store that is upgraded holds a sound one', async () => {
    const path = join(temp.dir, 'older.sqlite');
    const older = new DatabaseSync(path);
    migrate(older, migrations.slice(0, 8));
    const insert = older.prepare(
      `insert into audit_entries (at, who, action, subject, details) values (?, 'admin', 'record.create', '', '{}')`,
    );
    for (const at of ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z']) insert.run(at);
    older.close();
    const store = openStore(path);
    expect(await verifyAuditChain(store.db)).toMatchObject({ isSound: true, entries: 3 });
    await store.close();
  });
});
