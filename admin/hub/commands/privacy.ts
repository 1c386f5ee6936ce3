// `privacy`: what is held of one person, found, exported and erased from the machine itself.
import { writeFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { AppError } from '#shared/errors/app-error.ts';
import { personQuerySchema } from '#shared/protocol/case-privacy-api.ts';
import type { CasePrivacy } from '../cases/case-ports.ts';
import { openCaseDesk } from '../cases/open-case-desk.ts';
import { createCasePrivacy } from '../cases/privacy/case-privacy.ts';
import { operatorActor } from '../http/actor.ts';
import { type DataFolder, openDataFolder } from '../open-data-folder.ts';
import { type Command, type CommandContext, exit } from './command.ts';

interface Act extends CommandContext {
  readonly folder: DataFolder;
  readonly privacy: CasePrivacy;
}

export const privacyCommand: Command = {
  options: { reason: { type: 'string' } },
  run: async (context) => {
    const act = actOf(context);
    const folder = await openDataFolder(context.config);
    try {
      await act({ ...context, folder, privacy: createCasePrivacy(openCaseDesk(folder)) });
      return exit.done;
    } finally {
      await folder.close();
    }
  },
};

function actOf({ operands, options, terminal }: CommandContext): (act: Act) => Promise<void> {
  const [verb, ...rest] = operands;
  const hasReason = typeof options.reason === 'string' && options.reason.trim() !== '';
  if (verb === 'find' && rest.length === 0) return find;
  if (verb === 'retain' && rest.length === 0) return retain;
  if (verb === 'export' && rest.length >= 2) return exportFile;
  if (verb === 'erase' && rest.length >= 1 && hasReason) return erase;
  throw new AppError('wrong-usage', { reason: terminal.text.privacyUsage });
}

/** Asked for on standard input: arguments are seen by everybody on the machine, and shells keep them. */
async function find({ privacy, operator, terminal }: Act): Promise<void> {
  const { text } = terminal;
  if (process.stdin.isTTY) terminal.note(text.privacyAsk);
  const [name = '', idNumber = '', phone = ''] = (await readAll(process.stdin)).split(/\r?\n/u);
  const person = personQuerySchema.safeParse({ name, idNumber, phone });
  if (!person.success) throw new AppError('wrong-usage', { reason: text.privacyUsage });
  const cases = await privacy.find(person.data, operatorActor(operator));
  const lines = cases.map(({ number, id, receivedOn }) => text.privacyFound(number, id, receivedOn));
  terminal.answer({ cases }, lines.length === 0 ? [text.privacyNone] : lines);
}

async function exportFile({ privacy, folder, operands, operator, terminal }: Act): Promise<void> {
  const [, file = '', ...named] = operands;
  const ids = await idsOf(folder, named);
  const archive = await privacy.export(ids, operatorActor(operator));
  await writeFile(file, archive, { mode: 0o600 });
  terminal.answer({ file, cases: ids.length }, [terminal.text.privacyExported(ids.length, file)]);
}

async function erase({ privacy, folder, operands, options, operator, terminal }: Act): Promise<void> {
  const ids = await idsOf(folder, operands.slice(1));
  const { erased } = await privacy.erase(ids, operatorActor(operator), String(options.reason).trim());
  answerErased(terminal, erased);
}

async function retain({ privacy, terminal }: Act): Promise<void> {
  const { erased } = await privacy.retain();
  answerErased(terminal, erased);
}

/** What backups still hold is part of the answer: erasing is not done until they are gone. */
function answerErased({ text, answer }: CommandContext['terminal'], erased: number): void {
  answer({ erased, backups: text.privacyBackups }, [text.privacyErased(erased), text.privacyBackups]);
}

/** Cases by id or number. Throws `not-found`. */
async function idsOf({ desk }: DataFolder, named: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of named) {
    const found = await desk.db
      .selectFrom('cases')
      .select('id')
      .where((where) => where.or([where('id', '=', name), where('number', '=', name)]))
      .executeTakeFirst();
    if (found === undefined) throw new AppError('not-found', { what: name.slice(0, 60) });
    ids.push(found.id);
  }
  return ids;
}
