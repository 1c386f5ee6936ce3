// What every command of the command line is made of, and what it is given.
import type { HubConfig } from '../config.ts';
import type { CommandText } from './texts.ts';

/** How `parseArgs` of node:util reads a command's options. */
export type OptionTypes = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>
>;

export interface CommandContext {
  readonly config: HubConfig;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly operands: readonly string[];
  readonly terminal: Terminal;
  /** Who works here, for the audit trail. */
  readonly operator: string;
}

/** Where a command speaks. */
export interface Terminal {
  readonly text: CommandText;
  readonly language: 'zh-CN' | 'en';
  readonly isJson: boolean;
  /** The answer: with `--json` the value as one JSON document, else the lines for people. */
  answer(value: unknown, lines: readonly string[]): void;
  /** Anything said along the way; never on stdout. */
  note(line: string): void;
}

/** Exit statuses: done; refused, nothing changed; wrong usage. */
export const exit = { done: 0, refused: 1, wrongUsage: 2 } as const;
export type ExitStatus = (typeof exit)[keyof typeof exit];

export interface Command {
  /** Options besides `--data`, `--json` and `--help`. */
  readonly options: OptionTypes;
  run(context: CommandContext): Promise<ExitStatus>;
}
