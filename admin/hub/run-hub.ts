// The hub's command line: finds the command, reads its options, and turns errors into exit statuses.
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import { describeError, statusOf } from '#shared/errors/describe-error.ts';
import { type Command, type ExitStatus, exit, type Terminal } from './commands/command.ts';
import { showHelp } from './commands/help.ts';
import { openTerminal } from './commands/terminal.ts';
import { configOptions, readConfig } from './config.ts';

/** Loaded when asked for: `status` need not load PDF and Word readers. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  publish: async () => (await import('./commands/publish.ts')).publishCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  lint: async () => (await import('./commands/lint.ts')).lintCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  pack: async () => (await import('./commands/pack.ts')).packCommand,
  tree: async () => (await import('./commands/tree.ts')).treeCommand,
  account: async () => (await import('./commands/account.ts')).accountCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  terminal: async () => (await import('./commands/terminal-shown.ts')).terminalCommand,
  deadline: async () => (await import('./commands/deadline.ts')).deadlineCommand,
  feeds: async () => (await import('./commands/feeds.ts')).feedsCommand,
  outbox: async () => (await import('./commands/outbox.ts')).outboxCommand,
  privacy: async () => (await import('./commands/privacy.ts')).privacyCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
};

const commonOptions = {
  data: configOptions.data,
  database: configOptions.database,
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs one command line to its end and returns its exit status. Never throws. */
export async function runHub(args: readonly string[]): Promise<ExitStatus> {
  const [name, ...rest] = args;
  const terminal = openTerminal(rest.includes('--json'), process.env);
  try {
    if (name === undefined) throw new AppError('wrong-usage', { reason: terminal.text.noCommand });
    if (name === '--help' || name === '-h') return showHelp(terminal, null);
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
      throw new AppError('wrong-usage', { reason: terminal.text.unknownCommand(name) });
    }
    return await runCommand(name, await load(), rest, terminal);
  } catch (thrown) {
    return reportFailure(thrown, terminal);
  }
}

async function runCommand(
  name: string,
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const { values, positionals } = readArguments(command, args);
  if (values.help === true) return showHelp(terminal, name);
  const config = readConfig(values, process.env, process.cwd());
  return command.run({ config, options: values, operands: positionals, terminal, operator: operatorName() });
}

function readArguments(command: Command, args: readonly string[]) {
  const options = { ...commonOptions, ...command.options };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new AppError('wrong-usage', { reason }, { cause: error });
  }
}

/** Whoever is logged in on the machine; some containers know no name. */
function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'operator';
  }
}

/** A refusal still answers `--json` with one document. */
function reportFailure(thrown: unknown, terminal: Terminal): ExitStatus {
  const error = toAppError(thrown);
  const message = describeError(error.code, error.details, terminal.language);
  terminal.note(message);
  if (error.code === 'wrong-usage') return exit.wrongUsage;
  if (error.code === 'internal')
    terminal.note(String(error.cause instanceof Error ? error.cause.stack : error.cause));
  const problem = {
    code: error.code,
    title: message,
    status: statusOf(error.code),
    details: error.details,
  };
  if (terminal.isJson) terminal.answer({ problem }, []);
  return exit.refused;
}
