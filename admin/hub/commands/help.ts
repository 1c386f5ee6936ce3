// `--help`: what a command does and takes.
import { type ExitStatus, exit, type Terminal } from './command.ts';

/** Help for one command, or for all. */
export function showHelp(terminal: Terminal, command: string | null): ExitStatus {
  const { text } = terminal;
  const help: Readonly<Record<string, readonly string[]>> = text.help;
  const own = command === null ? Object.values(help).flat() : (help[command] ?? []);
  const lines = [text.usage, '', text.commandsTitle, ...own.map((line) => `  ${line}`), ''];
  process.stdout.write(`${[...lines, ...text.commonOptions].join('\n')}\n`);
  return exit.done;
}
