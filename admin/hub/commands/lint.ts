// `lint`: checks files for what must not be published, and answers with every finding at its place.
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { placeWords } from '#shared/lint/place-words.ts';
import { ruleAdvice, ruleName } from '#shared/lint/rule-words.ts';
import { checkFile } from '../lint/lint-thread.ts';
import { type Command, exit, type Terminal } from './command.ts';

export const lintCommand: Command = {
  options: { strict: { type: 'boolean' } },
  run: async ({ operands, options, terminal }) => {
    if (operands.length === 0) throw new AppError('wrong-usage', { reason: terminal.text.nothingToLint });
    for (const operand of operands) {
      if (statSync(operand, { throwIfNoEntry: false })?.isFile() !== true) {
        throw new AppError('store.import-no-file', { file: operand });
      }
    }
    const files = [];
    for (const operand of operands) {
      const { kind, findings } = await checkFile(resolve(operand), basename(operand));
      files.push({
        file: operand,
        kind,
        ...countsOf(findings),
        findings: findings.map((one) => viewOf(one, terminal)),
      });
    }
    terminal.answer(
      { files },
      files.flatMap((file) => linesOf(file, terminal)),
    );
    const isBlocked = options.strict === true && files.some(({ mustAnswer }) => mustAnswer > 0);
    return isBlocked ? exit.refused : exit.done;
  },
};

function countsOf(findings: readonly Finding[]) {
  const mustAnswer = findings.filter(({ severity }) => severity === 'must-answer').length;
  return { mustAnswer, hints: findings.length - mustAnswer };
}

/** What tells the thing in other versions stays inside: a digest of a short number gives the number away. */
function viewOf({ rule, severity, place, excerpt, count }: Finding, { language }: Terminal) {
  return {
    rule,
    severity,
    name: ruleName(rule, language),
    where: placeWords(place, language),
    place,
    excerpt,
    count,
    advice: ruleAdvice(rule, language),
  };
}

function linesOf(
  file: {
    readonly file: string;
    readonly mustAnswer: number;
    readonly hints: number;
    readonly findings: readonly ReturnType<typeof viewOf>[];
  },
  { text }: Terminal,
): string[] {
  return [
    text.linted(file.file, file.mustAnswer, file.hints),
    ...file.findings.map(
      ({ severity, name, where, excerpt }) => `  ${text.severity(severity)} ${name} · ${where}：${excerpt}`,
    ),
  ];
}
