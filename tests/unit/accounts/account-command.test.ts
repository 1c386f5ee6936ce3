// The command `account`: a library that locked itself out helps itself from the machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccountServices } from '#hub/accounts/create-account-services.ts';
import { accountCommand } from '#hub/commands/account.ts';
import { commandText } from '#hub/commands/texts.ts';
import { readConfig } from '#hub/config.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { client } from './account-world.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-account-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function run(operands: readonly string[], options: Record<string, string | boolean> = {}) {
  const answers: { value: unknown; lines: readonly string[] }[] = [];
  const terminal = {
    text: commandText('zh-CN'),
    language: 'zh-CN' as const,
    isJson: true,
    answer: (value: unknown, lines: readonly string[]) => void answers.push({ value, lines }),
    note: () => undefined,
  };
  const config = readConfig({ data: dir, ...options }, {}, dir);
  await accountCommand.run({ config, options, operands, terminal, operator: 'root' });
  // biome-ignore lint/suspicious/noExplicitAny: a JSON document as a script reads it.
  return { answer: answers[0]?.value as any, lines: answers[0]?.lines ?? [] };
}

describe('account', () => {
  it('when the only administrator forgot everything › a link from the machine opens the desk again', async () => {
    await createAccount({ dataDir: dir }, { name: 'admin', roles: ['administrator'] });
    const { answer, lines } = await run(['reset', 'Admin'], {
      'second-factor': true,
      'public-url': 'https://hall.example',
    });
    expect(answer).toMatchObject({ kind: 'reset', account: { name: 'admin', state: 'active' } });
    const [address = '', token = ''] = String(answer.link).split('#');
    expect(address).toBe('https://hall.example/admin/invite');
    expect(lines.at(-1)).toBe(answer.link);
    const folder = await openDataFolder({ dataDir: dir });
    const { invitations } = createAccountServices(folder.desk, folder.paths.keys);
    const opened = await invitations.accept({ ...client, token, password: 'another-window-31' });
    expect(opened?.session.account.name).toBe('admin');
    await folder.close();
  });

  it('when accounts are invited, disabled and enabled › the list tells, and no answer holds a lock-out', async () => {
    await createAccount({ dataDir: dir }, { name: 'admin', roles: ['administrator'] });
    const options = { roles: 'contributor，reviewer', 'display-name': '林晓' };
    const { answer } = await run(['invite', '林晓'], options);
    expect(answer.account).toMatchObject({ roles: ['contributor', 'reviewer'], state: 'invited' });
    expect(answer.link).toMatch(/^http:\/\/localhost:8080\/admin\/invite#[\w-]{43}$/);
    expect((await run(['disable', '林晓'])).answer.account.state).toBe('disabled');
    expect((await run(['enable', '林晓'])).lines).toEqual(['账号“林晓”待启用。']);
    const listed = await run(['list']);
    expect(listed.lines).toEqual([
      'admin（admin），在用：administrator',
      '林晓（林晓），待启用：contributor reviewer',
    ]);
    expect(Object.keys(listed.answer.accounts[0])).not.toContain('lockedUntil');
  });

  it.each([
    [['fly'], {}, 'wrong-usage'],
    [['list', 'admin'], {}, 'wrong-usage'],
    [['invite', 'lin'], {}, 'wrong-usage'],
    [['invite', 'lin'], { roles: 'king' }, 'wrong-usage'],
    [['invite', 'lin'], { roles: 'auditor', agency: '没有的局' }, 'store.unknown-agency'],
    [['reset', 'nobody'], {}, 'not-found'],
    [['disable', 'admin'], {}, 'accounts.last-administrator'],
  ])('when asked for %o with %o › it is refused as %s', async (operands, options, code) => {
    await createAccount({ dataDir: dir }, { name: 'admin', roles: ['administrator'] });
    await expect(run(operands, options)).rejects.toMatchObject({ code });
  });
});
