// `account`: accounts from the machine itself, so that a library that locked itself out can help itself.
import { isRole, type Role } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { IssuedLink, ListedAccount } from '#shared/protocol/accounts-api.ts';
import { createAccountServices } from '../accounts/create-account-services.ts';
import { configOptions, type HubConfig } from '../config.ts';
import { findAgencyId } from '../editorial/agencies.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import type { StaffService } from '../http/account-ports.ts';
import { operatorActor } from '../http/actor.ts';
import { type DataFolder, openDataFolder } from '../open-data-folder.ts';
import { type Command, type CommandContext, type ExitStatus, exit } from './command.ts';
import { publishedUrl } from './publish.ts';

/** One act on an open folder. */
type Verb = (context: CommandContext, folder: DataFolder, staff: StaffService, name: string) => Promise<void>;

const verbs: Readonly<Record<string, Verb>> = {
  invite,
  disable: (context, _folder, staff, name) => putOutOfUse(context, staff, name, 'disable'),
  enable: (context, _folder, staff, name) => putOutOfUse(context, staff, name, 'enable'),
  reset,
};

export const accountCommand: Command = {
  options: {
    'display-name': { type: 'string' },
    roles: { type: 'string' },
    agency: { type: 'string' },
    'second-factor': { type: 'boolean' },
    'public-url': configOptions['public-url'],
  },
  run: async (context) => {
    const [verb = '', name, ...rest] = context.operands;
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    const isList = verb === 'list' && name === undefined;
    const isAct = act !== undefined && name !== undefined && rest.length === 0;
    if (!isList && !isAct) {
      throw new AppError('wrong-usage', { reason: context.terminal.text.accountUsage });
    }
    return inFolder(context, async (folder, staff) => {
      if (act === undefined || name === undefined) await list(context, staff);
      else await act(context, folder, staff, name);
    });
  },
};

async function inFolder(
  { config }: CommandContext,
  work: (folder: DataFolder, staff: StaffService) => Promise<void>,
): Promise<ExitStatus> {
  const folder = await openDataFolder(config);
  try {
    await work(folder, createAccountServices(folder.desk, folder.paths.keys).staff);
    return exit.done;
  } finally {
    await folder.close();
  }
}

async function list({ operator, terminal }: CommandContext, staff: StaffService): Promise<void> {
  const accounts = await staff.list(operatorActor(operator));
  const { text } = terminal;
  terminal.answer(
    { accounts: accounts.map(toAnswer) },
    accounts.map(({ name, displayName, state, roles, agencyName }) =>
      text.accountLine(name, displayName, text.accountStates[state], roles.join(' '), agencyName),
    ),
  );
}

/** A lock-out lives in the memory of the running hub, where this process cannot look. */
function toAnswer({ lockedUntil: _lockedUntil, ...account }: ListedAccount) {
  return account;
}

async function invite(
  context: CommandContext,
  folder: DataFolder,
  staff: StaffService,
  name: string,
): Promise<void> {
  const { options, operator, terminal } = context;
  const agency = typeof options.agency === 'string' ? options.agency : null;
  const agencyId = agency === null ? null : await findAgencyId(folder.desk.db, agency);
  if (agency !== null && agencyId === null) throw new AppError('store.unknown-agency', { agency });
  const displayName = String(options['display-name'] ?? '').trim() || name;
  const roles = readRoles(String(options.roles ?? ''), terminal.text.accountRoles);
  const input = { name, displayName: displayName.slice(0, 60), roles, agencyId };
  await tellLink(context, folder, await staff.invite(input, operatorActor(operator)));
}

function readRoles(words: string, reason: string): readonly Role[] {
  const named = words.split(/[\s,，、]+/).filter((word) => word !== '');
  if (named.length === 0 || !named.every(isRole)) throw new AppError('wrong-usage', { reason });
  return named;
}

async function putOutOfUse(
  { operator, terminal }: CommandContext,
  staff: StaffService,
  name: string,
  act: 'disable' | 'enable',
): Promise<void> {
  const account = await findByName(staff, name, operator);
  const after = await staff[act](account.id, operatorActor(operator));
  const { text } = terminal;
  terminal.answer({ account: toAnswer(after) }, [
    text.accountNow(after.name, text.accountStates[after.state]),
  ]);
}

async function reset(
  context: CommandContext,
  folder: DataFolder,
  staff: StaffService,
  name: string,
): Promise<void> {
  const { options, operator } = context;
  const account = await findByName(staff, name, operator);
  const choice = { clearsSecondFactor: options['second-factor'] === true };
  await tellLink(context, folder, await staff.renewLink(account.id, choice, operatorActor(operator)));
}

async function findByName(staff: StaffService, name: string, operator: string): Promise<ListedAccount> {
  const key = nameKey(name);
  const found = (await staff.list(operatorActor(operator))).find((account) => nameKey(account.name) === key);
  if (found === undefined) throw new AppError('not-found', { what: name.slice(0, 60) });
  return found;
}

async function tellLink(
  { config, terminal }: CommandContext,
  { paths }: DataFolder,
  { account, token, kind, expiresAt }: IssuedLink,
): Promise<void> {
  const address = await deskAddress(config, paths.release);
  const link = `${address}/admin/invite#${token}`;
  const answer = { account: toAnswer(account), kind, link, expiresAt };
  terminal.answer(answer, [terminal.text.accountLink(account.name, expiresAt), link]);
}

/** Where people reach the desk, as far as this process can know. */
async function deskAddress({ publicUrl, port }: HubConfig, releaseDir: string): Promise<string> {
  const known = publicUrl ?? (await publishedUrl(releaseDir).catch(() => null));
  return known ? known : `http://localhost:${port}`;
}
