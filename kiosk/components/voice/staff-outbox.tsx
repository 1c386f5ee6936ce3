// For staff: how much waits to be sent, and the way out and back by a stick where there is no network.
import { useRef, useState } from 'preact/hooks';
import type { OutboxAnswer } from '#shared/protocol/outbox-api.ts';
import { readOutboxReceipt, writeOutboxFile } from '#shared/protocol/outbox-file.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { formatBytes, formatCount } from '../../i18n/format.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { allowFileWork } from '../../lockdown/file-work.ts';
import { parseOutboxAnswer } from '../../outbox/send-outbox.ts';
import { useEngine } from '../../state/engine-context.ts';
import { useLoaded } from '../../state/use-loaded.ts';

const saveMs = 5_000;
const chooseMs = 120_000;
const largestReceipt = 8 * 1024 * 1024;

/** The browser's own saving: the stick is where it is told to put downloads, or where it asks. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  allowFileWork(saveMs);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), saveMs);
}

async function readReceipt(file: File): Promise<OutboxAnswer | null> {
  if (file.size > largestReceipt) return null;
  return parseOutboxAnswer(readOutboxReceipt(await file.text()));
}

function useOutboxWork() {
  const engine = useEngine();
  const [round, setRound] = useState(0);
  const [outcome, setOutcome] = useState('');
  const count = useLoaded(`outbox ${round}`, () => engine.outbox.count()).value;
  const save = async () => {
    const items = await engine.outbox.takeOut();
    if (items.length === 0) {
      setOutcome(voiceWords('outboxEmptyFile'));
      return;
    }
    const terminal = engine.status.peek().terminalId ?? '';
    const name = `mingchuang-outbox-${terminal || 'terminal'}-${chinaDay(Date.now())}.jsonl`;
    saveFile(name, writeOutboxFile({ terminal, madeAt: new Date().toISOString() }, items));
    setOutcome(voiceWords('outboxSaved', { name }));
  };
  const settle = async (file: File | undefined) => {
    const answer = file === undefined ? null : await readReceipt(file);
    if (answer === null) {
      setOutcome(voiceWords('outboxBadReceipt'));
      return;
    }
    await engine.outbox.settle(answer);
    const { items } = await engine.outbox.count();
    setOutcome(voiceWords('outboxSettled', { count: formatCount(items) }));
    setRound((before) => before + 1);
  };
  const attempt = (work: Promise<void>) => work.catch(() => setOutcome(voiceWords('notKept')));
  return { count, outcome, save: () => attempt(save()), settle: (file?: File) => attempt(settle(file)) };
}

export function StaffOutbox() {
  const { count, outcome, save, settle } = useOutboxWork();
  const picker = useRef<HTMLInputElement>(null);
  const choose = () => {
    allowFileWork(chooseMs);
    picker.current?.click();
  };
  const words =
    count === undefined || count.items === 0
      ? voiceWords('outboxNone')
      : voiceWords('outboxWaits', {
          count: formatCount(count.items),
          bytes: formatBytes(count.bytes),
          since: count.since ?? '',
        });
  return (
    <section class="panel-part">
      <h2 class="section-title">{voiceWords('outbox')}</h2>
      <p class="figures">{words}</p>
      <p>{voiceWords('outboxLine')}</p>
      <div class="panel-part__line">
        <button type="button" class="button" disabled={(count?.items ?? 0) === 0} onClick={save}>
          {voiceWords('outboxSave')}
        </button>
        <button type="button" class="button" onClick={choose}>
          {voiceWords('outboxReceipt')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,.jsonl,.txt"
          onChange={(event) => settle(event.currentTarget.files?.[0])}
        />
        <output>{outcome}</output>
      </div>
    </section>
  );
}
