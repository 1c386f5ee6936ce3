// `audit`: verifies the chain of the audit trail, and hands the trail out.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../editorial/audit.ts';
import { verifyAuditChain } from '../editorial/audit-chain.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { auditLines, type ExportRange } from '../reports/history/audit-export.ts';
import { type Command, type CommandContext, type ExitStatus, exit } from './command.ts';

export const auditCommand: Command = {
  options: { from: { type: 'string' }, to: { type: 'string' } },
  run: async (context) => {
    const [verb, file, ...rest] = context.operands;
    if (verb === 'verify' && file === undefined) return verify(context);
    if (verb === 'export' && rest.length === 0 && (file !== undefined || context.terminal.isJson)) {
      return exportTrail(context, file ?? null);
    }
    throw new AppError('wrong-usage', { reason: context.terminal.text.auditUsage });
  },
};

/** Refused when the chain is broken, so that scripts notice. */
async function verify({ config, terminal }: CommandContext): Promise<ExitStatus> {
  const folder = await openDataFolder(config);
  try {
    const report = await verifyAuditChain(folder.desk.db);
    const { text } = terminal;
    terminal.answer(report, [
      report.isSound ? text.chainSound(report.entries, report.head) : text.chainBroken(report.broken),
    ]);
    return report.isSound ? exit.done : exit.refused;
  } finally {
    await folder.close();
  }
}

async function exportTrail(context: CommandContext, file: string | null): Promise<ExitStatus> {
  const { config, terminal, operator } = context;
  const range = rangeOf(context);
  const folder = await openDataFolder(config);
  try {
    const lines = auditLines(folder.desk.db, range);
    if (file === null) {
      const parsed: unknown[] = [];
      for await (const piece of lines)
        parsed.push(
          ...piece
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)),
        );
      const [head, ...entries] = parsed;
      terminal.answer({ head, entries }, []);
    } else {
      const count = await writeLines(lines, file);
      terminal.answer({ file, entries: count }, [terminal.text.trailExported(count, file)]);
    }
    const details = { from: range.from, to: range.to };
    await recordAudit(folder.desk, {
      who: operator,
      action: 'audit.export',
      subject: file ?? 'json',
      details,
    });
    return exit.done;
  } finally {
    await folder.close();
  }
}

/** Writes a new file; refuses to write over one. Gives the number of entries. */
async function writeLines(lines: AsyncIterable<string>, file: string): Promise<number> {
  const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const done = finished(stream);
  done.catch(() => undefined);
  let count = -1;
  for await (const piece of lines) {
    count += piece.split('\n').length - 1;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
  return count;
}

function rangeOf({ options, terminal }: CommandContext): ExportRange {
  const day = (value: string | boolean | undefined): string | null => {
    if (value === undefined) return null;
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return value;
    throw new AppError('wrong-usage', { reason: terminal.text.badDay });
  };
  return { from: day(options.from), to: day(options.to) };
}
