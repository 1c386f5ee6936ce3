// A store opens fresh, again, and after an upgrade; one from the future is refused and left alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEntry, verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import { migrate, schemaVersion } from '#hub/store/migrate.ts';
import { migrations } from '#hub/store/migrations/all.ts';
import { openStore } from '#hub/store/open-store.ts';
import { openTempDesk } from '#tests/support/temp-desk.ts';

const newest = migrations.at(-1)?.number ?? 0;
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-store-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('migrate', () => {
  const upgrade = {
    number: newest + 1,
    name: 'later',
    statements: ['create table later (id text) strict'],
  };

  it('when the file is empty › it applies every migration once', () => {
    const database = new DatabaseSync(':memory:');
    expect(migrate(database, migrations)).toBe(migrations.length);
    expect(migrate(database, migrations)).toBe(0);
    expect(schemaVersion(database)).toBe(newest);
    database.close();
  });

  it('when the store is one migration behind › it applies only the missing one and keeps the data', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, migrations);
    database.exec("insert into venue (id, name, region, updated_at) values (1, '馆', '区', '2024')");
    expect(migrate(database, [...migrations, upgrade])).toBe(1);
    expect(database.prepare('select name from venue').get()?.name).toBe('馆');
    database.close();
  });

  it('when a migration fails half way › it leaves the store at the version before', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, migrations);
    const broken = { ...upgrade, statements: [...upgrade.statements, 'create nonsense'] };
    expect(() => migrate(database, [...migrations, broken])).toThrow();
    expect(schemaVersion(database)).toBe(newest);
    expect(database.prepare("select count(*) as n from sqlite_schema where name = 'later'").get()?.n).toBe(0);
    database.close();
  });

  it('when the store has seen a migration this program does not know › it refuses and says so', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, [...migrations, upgrade]);
    expect(() => migrate(database, migrations)).toThrow(/^store\.newer /);
    database.close();
  });

  it('when migrations are listed › they are numbered from 1 without gaps', () => {
    expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
  });
});

describe('openStore', () => {
  it('when opened again › it finds what was committed, with durable settings', async () => {
    const path = join(dir, 'data', 'store.sqlite');
    const first = openStore(path);
    expect(first.isNew).toBe(true);
    await first.db
      .insertInto('agencies')
      .values({ id: 'a1', name: '教育局', name_key: '教育局', sort_order: 1, created_at: '', renamed_at: '' })
      .execute();
    await first.close();
    const second = openStore(path);
    expect(second.isNew).toBe(false);
    expect(await second.db.selectFrom('agencies').select('name').execute()).toMatchObject([
      { name: '教育局' },
    ]);
    expect(second.checkIntegrity()).toEqual([]);
    await second.close();
  });

  it('when two programs hold one folder › each sees what the other committed', async () => {
    const path = join(dir, 'store.sqlite');
    const [one, other] = [openStore(path), openStore(path)];
    const entry = { at: '', who: '', action: 'a', subject: '', details: '' };
    await appendEntry(one.db, entry);
    await appendEntry(other.db, entry);
    expect(await verifyAuditChain(one.db)).toMatchObject({ isSound: true, entries: 2 });
    expect(await one.db.selectFrom('audit_entries').select('id').execute()).toHaveLength(2);
    await one.close();
    await other.close();
  });

  it('when the file is no database › it says the store is damaged', () => {
    const path = join(dir, 'store.sqlite');
    writeFileSync(path, 'this is not a database, and long enough to be sure of it'.repeat(100));
    expect(() => openStore(path)).toThrow(/store\.damaged/);
  });

  it('when the folder cannot be made › it says the store cannot be written', () => {
    writeFileSync(join(dir, 'file'), '');
    expect(() => openStore(join(dir, 'file', 'store.sqlite'))).toThrow(/store\.cannot-write/);
  });
});

describe('audit trail', () => {
  it('when someone tries to change or delete an entry › it refuses', async () => {
    const { desk, close } = await openTempDesk();
    const entry = { at: '', who: '', action: 'a', subject: '', details: '' };
    await appendEntry(desk.db, entry);
    await expect(desk.db.deleteFrom('audit_entries').execute()).rejects.toThrow(/append-only/);
    await expect(desk.db.updateTable('audit_entries').set({ who: 'x' }).execute()).rejects.toThrow(
      /append-only/,
    );
    await close();
  });
});
