// The terminal a command speaks to: answers on stdout, everything else on stderr.
import type { Terminal } from './command.ts';
import { commandText, languageOf } from './texts.ts';

export function openTerminal(isJson: boolean, env: Readonly<Record<string, string | undefined>>): Terminal {
  const language = languageOf(env);
  return {
    text: commandText(language),
    language,
    isJson,
    answer: (value, lines) => {
      const text = isJson ? JSON.stringify(value) : lines.join('\n');
      if (text !== '') process.stdout.write(`${text}\n`);
    },
    note: (line) => {
      process.stderr.write(`${line}\n`);
    },
  };
}
