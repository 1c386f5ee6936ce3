// `import`: takes files into the store and answers with what became of every row.
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { importFiles } from '../editorial/import/import-files.ts';
import { operatorActor } from '../http/actor.ts';
import type { ImportedFileReport, ImportSource } from '../http/hub-services.ts';
import { type ImportKind, importKinds, type RowProblem } from '../ingest/draft.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { type Command, type CommandContext, exit, type Terminal } from './command.ts';

/** Refusals listed one by one in the answer: every row of any list staff would ever receive. */
const listedProblems = 200_000;
/** Progress is told at most this often. */
const tellEveryMs = 2000;

export const importCommand: Command = {
  options: {
    as: { type: 'string' },
    register: { type: 'string' },
    replace: { type: 'boolean' },
    agency: { type: 'string' },
    'dry-run': { type: 'boolean' },
    approve: { type: 'boolean' },
    strict: { type: 'boolean' },
  },
  run: async (context) => {
    const sources = readSources(context);
    const folder = await openDataFolder(context.config);
    const { options, operator, terminal } = context;
    try {
      if (options.approve === true) terminal.note(terminal.text.approvedBy(operator));
      const isDryRun = options['dry-run'] === true;
      const result = await importFiles(folder.desk, {
        sources,
        agencyName: typeof options.agency === 'string' ? options.agency : null,
        isDryRun,
        approve: options.approve === true,
        isStrict: options.strict === true,
        actor: operatorActor(operator),
        signal: new AbortController().signal,
        onProgress: progressTeller(terminal),
        listedProblems,
      });
      if (!isDryRun) folder.store.optimise();
      answer(terminal, result.files, isDryRun, result.isRefused);
      return result.isRefused || wasRefused(result.files) ? exit.refused : exit.done;
    } finally {
      await folder.close();
    }
  },
};

function readSources({ operands, options, terminal }: CommandContext): ImportSource[] {
  if (operands.length === 0) throw new AppError('wrong-usage', { reason: terminal.text.nothingToImport });
  const named = readKind(options.as, terminal);
  const register = typeof options.register === 'string' ? options.register : null;
  if (register !== null && (named ?? 'register') !== 'register') {
    throw new AppError('wrong-usage', { reason: terminal.text.registerOnly });
  }
  const choice = {
    as: register === null ? named : 'register',
    register,
    replaces: options.replace === true,
  } as const;
  return operands.map((operand) => {
    const path = resolve(operand);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() !== true) throw new AppError('store.import-no-file', { file: operand });
    return { name: basename(path), path, bytes: found.size, ...choice };
  });
}

function readKind(given: string | boolean | undefined, terminal: Terminal): ImportKind | null {
  if (given === undefined) return null;
  const kind = importKinds.find((name) => name === given);
  if (kind === undefined) {
    throw new AppError('wrong-usage', { reason: terminal.text.unknownKind(String(given)) });
  }
  return kind;
}

function progressTeller(terminal: Terminal): (progress: { readonly rows: number }) => void {
  let toldAt = Date.now();
  return ({ rows }) => {
    if (Date.now() - toldAt < tellEveryMs) return;
    toldAt = Date.now();
    terminal.note(terminal.text.imported(rows));
  };
}

/** Nothing of what was given could be taken. */
function wasRefused(files: readonly ImportedFileReport[]): boolean {
  return files.every((file) => file.accepted === 0) && files.some((file) => file.rejectedCount > 0);
}

function answer(
  terminal: Terminal,
  files: readonly ImportedFileReport[],
  isDryRun: boolean,
  isRefused: boolean,
): void {
  const view = (problem: RowProblem) => ({
    row: problem.row,
    column: problem.column,
    code: problem.code,
    message: describeError(problem.code, problem.details, terminal.language),
  });
  const views = files.map(({ file, as, rows, accepted, created, updated, unchanged, ...rest }) => ({
    ...{ file, as, rows, accepted, created, updated, unchanged },
    ...(as === 'register'
      ? { register: rest.table?.register ?? null, removed: rest.table?.removed ?? 0 }
      : {}),
    rejected: rest.rejected.map(view),
    warnings: rest.warnings.map(view),
  }));
  const { text } = terminal;
  for (const { file, as } of views) if (as !== null) terminal.note(text.recognisedAs(file, as));
  const lines = views.flatMap((file) => [
    text.fileSummary(file.file, file.rows, file.accepted, file.rejected.length),
    text.fileChanges(file.created, file.updated, file.unchanged),
    ...[...file.rejected, ...file.warnings].map(
      (problem) => `  ${text.place(problem.row, problem.column)} ${problem.message}`,
    ),
  ]);
  if (isDryRun) lines.push(text.dryRun);
  if (isRefused) lines.push(text.strictRefused);
  terminal.answer({ files: views }, lines);
}
