// `outbox`: takes in what terminals saved to files, as the network would have brought it.
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { type OutboxAnswer, outboxBatchBounds } from '#shared/protocol/outbox-api.ts';
import { largestOutboxFile, readOutboxFile, writeOutboxReceipt } from '#shared/protocol/outbox-file.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { replaceDurably } from '../publish/durable-files.ts';
import { openVoice } from '../voice/open-voice.ts';
import type { VoiceService } from '../voice/voice-service.ts';
import { type Command, exit } from './command.ts';

interface TakenFile {
  readonly file: string;
  readonly terminal: string;
  readonly items: number;
  readonly taken: number;
  readonly refused: number;
  /** Lines that are none, or were cut off, and items that cannot be taken just now. */
  readonly left: number;
}

export const outboxCommand: Command = {
  options: { receipt: { type: 'string' } },
  run: async ({ config, operands, options, terminal }) => {
    const { text } = terminal;
    if (operands.length === 0) throw new AppError('wrong-usage', { reason: text.outboxUsage });
    // Every file is read before any is taken: a wrong name leaves everything as it was.
    const files = await Promise.all(operands.map(async (file) => ({ file, ...(await readFileOf(file)) })));
    const folder = await openDataFolder(config);
    try {
      const voice = openVoice(folder);
      const settled: OutboxAnswer['settled'][number][] = [];
      const taken: TakenFile[] = [];
      for (const one of files) taken.push(await takeFile(voice, one, settled));
      if (typeof options.receipt === 'string')
        await replaceDurably(options.receipt, writeOutboxReceipt({ settled }), dirname(options.receipt));
      terminal.answer(
        { files: taken },
        taken.map((one) => text.outboxTaken(one.file, one.taken, one.refused, one.left)),
      );
      return exit.done;
    } finally {
      await folder.close();
    }
  },
};

async function readFileOf(file: string) {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null || size > largestOutboxFile) throw new AppError('voice.not-an-outbox', { reason: file });
  const read = readOutboxFile(await readFile(file, 'utf8'));
  if (read === null) throw new AppError('voice.not-an-outbox', { reason: file });
  return read;
}

async function takeFile(
  voice: VoiceService,
  { file, terminal, items }: Awaited<ReturnType<typeof readFileOf>> & { readonly file: string },
  settled: OutboxAnswer['settled'][number][],
): Promise<TakenFile> {
  const own: OutboxAnswer['settled'][number][] = [];
  for (let from = 0; from < items.length; from += outboxBatchBounds.items) {
    const batch = items.slice(from, from + outboxBatchBounds.items);
    own.push(...(await voice.take(batch, { terminalId: terminal, way: 'stick' })).settled);
  }
  settled.push(...own);
  const taken = own.filter(({ outcome }) => outcome === 'taken').length;
  const refused = own.length - taken;
  return { file, terminal, items: items.length, taken, refused, left: items.length - own.length };
}
