// Options come from the command line, else from the environment, else from the defaults.
import { describe, expect, it } from 'vitest';
import { dataPaths, readConfig } from '#hub/config.ts';

describe('readConfig', () => {
  it('when nothing is given › it takes the defaults', () => {
    expect(readConfig({}, {}, '/srv')).toEqual({
      dataDir: '/srv/data',
      port: 8080,
      host: '127.0.0.1',
      isEmptyWanted: false,
      publicUrl: null,
      adminPassword: null,
      inboxDir: '/srv/data/inbox',
    });
  });

  it('when an option is given both ways › the command line wins', () => {
    const env = {
      MINGCHUANG_PORT: '9000',
      MINGCHUANG_DATA: '/var/lib/hall',
      MINGCHUANG_EMPTY: '1',
      MINGCHUANG_PUBLIC_URL: 'https://hall.example/',
      MINGCHUANG_ADMIN_PASSWORD: 'secret',
    };
    expect(readConfig({ port: '0' }, env, '/srv')).toMatchObject({
      port: 0,
      dataDir: '/var/lib/hall',
      isEmptyWanted: true,
      publicUrl: 'https://hall.example',
      adminPassword: 'secret',
    });
  });

  it('when the watched folder is named › it is that one; none watches nothing', () => {
    expect(readConfig({ inbox: 'in' }, { MINGCHUANG_INBOX: '/x' }, '/srv').inboxDir).toBe('/srv/in');
    expect(readConfig({}, { MINGCHUANG_INBOX: 'none' }, '/srv').inboxDir).toBeNull();
  });

  it('when there is no public address › none says so, and is not the same as not saying', () => {
    expect(readConfig({ 'public-url': 'none' }, {}, '/srv').publicUrl).toBe('');
    expect(readConfig({ 'public-url': '' }, {}, '/srv').publicUrl).toBeNull();
  });

  it.each([
    [{ port: '70000' }, /wrong-usage/],
    [{ port: 'http' }, /wrong-usage/],
    [{ 'public-url': 'hall.example' }, /wrong-usage/],
    [{ 'public-url': 'javascript:alert(1)' }, /wrong-usage/],
    [{ database: 'mysql://x' }, /wrong-usage/],
    [{ database: 'postgres://user:secret@host/db' }, /store\.postgres-later/],
  ])('when given %o › it refuses with the reason', (given, message) => {
    expect(() => readConfig(given, {}, '/srv')).toThrow(message);
  });

  it('when a database address holds a password › the refusal does not show it', () => {
    const read = () => readConfig({ database: 'postgres://user:secret@host/db' }, {}, '/srv');
    expect(read).toThrow(/postgres:\/\/host\/db/);
    expect(read).not.toThrow(/secret/);
  });
});

describe('dataPaths', () => {
  it('when asked for a folder › everything lies inside it', () => {
    for (const path of Object.values(dataPaths('/srv/data')))
      expect(path.startsWith('/srv/data/')).toBe(true);
  });
});
