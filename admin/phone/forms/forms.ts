// The script of residents' forms and of the progress page: finds out which page it is on and makes more of it.
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import type { CaseReceipt } from '#shared/protocol/cases-api.ts';
import { type CaseFormView, enhanceForm } from './case-form.ts';
import { hubOf } from './hub.ts';
import { type Kept, openKept, sweepDrafts } from './kept.ts';
import type { OutboxItem, Told } from './outbox.ts';
import { watchOutbox } from './outbox-view.ts';
import { byId, make, wordsIn } from './page-words.ts';
import { showTrouble } from './problems.ts';
import { enhanceProgress } from './progress-view.ts';
import { enhanceReceipt, showReceipt } from './receipt-view.ts';
import { openTables } from './tables.ts';

async function begin(): Promise<void> {
  const form = byId('form');
  const words = wordsIn(form) ?? wordsIn(byId('progress-page')) ?? wordsIn(byId('receipt-page'));
  if (words === null) return;
  const tables = await openTables();
  const kept = openKept(tables, () => Date.now());
  await sweepDrafts(tables, Date.now()).catch(() => undefined);
  await keepShownReceipt(words, kept);
  if (byId('ask') !== null) await enhanceProgress(words, kept);
  if (byId('outbox') === null && byId('ask') === null) return;
  beginSending(form instanceof HTMLFormElement ? form : null, words, kept);
}

/** A receipt the hub drew itself, for a form that came without this script or before it was there. */
async function keepShownReceipt(words: ScriptWords, kept: Kept): Promise<void> {
  const page = byId('receipt-page');
  const text = page?.dataset.receipt;
  if (page === null || text === undefined) return;
  const receipt = JSON.parse(text) as CaseReceipt;
  await kept.keepReceipt(receipt);
  enhanceReceipt(page, receipt, words, kept);
}

function beginSending(form: HTMLFormElement | null, words: ScriptWords, kept: Kept): void {
  let view: CaseFormView | null = null;
  const outbox = watchOutbox({
    words,
    kept,
    hub: hubOf(words.language),
    onBusy: (item) => view?.setBusy(item !== null && item.form === view.name),
    onTold: (told) => void conclude(told, view, words, kept),
  });
  if (form !== null) {
    const submit = async (item: OutboxItem) => {
      try {
        await kept.enqueue(item);
        outbox.start();
      } catch {
        view?.setBusy(false);
        showTrouble(words.send.failed, words);
      }
    };
    view = enhanceForm({ form, words, kept, onSubmit: submit });
    void view.restore().then(() => outbox.start());
  } else outbox.start();
}

/** What came of one item: its receipt, the page it completes, or the form again with what is wrong. */
async function conclude(
  told: Told,
  view: CaseFormView | null,
  words: ScriptWords,
  kept: Kept,
): Promise<void> {
  if (told.kind === 'progress') return;
  const isOwn = view !== null && told.item.form === view.name;
  if (told.kind === 'refused') {
    if (!isOwn) return;
    await view.restore();
    view.showRefusal(told.refusal);
  } else if (told.item.target === 'completion') openProgress(told.item);
  else if (told.receipt !== null && isOwn) showReceipt(told.receipt, words, kept);
  else if (told.receipt !== null) noteReceipt(told.receipt, words);
}

/** The progress page as it stands now, asked for as the form on it asks: the code never is in an address. */
function openProgress({ body }: OutboxItem): void {
  const ask = make('form', { method: 'post', action: `/m/progress${location.search}` });
  ask.hidden = true;
  for (const name of ['code', 'lastFour']) {
    ask.append(make('input', { type: 'hidden', name, value: String(body[name] ?? '') }));
  }
  ask.append(make('input', { type: 'hidden', name: 'act', value: 'completed' }));
  document.body.append(ask);
  ask.submit();
}

/** Something sent before, from another form: said above this one, which stays as it is. */
function noteReceipt(receipt: CaseReceipt, words: ScriptWords): void {
  const place = byId('outbox');
  if (place === null) return;
  place.className = 'outbox';
  place.replaceChildren(
    make('h2', {}, [words.receipt.title]),
    make('p', { role: 'status' }, [
      `${words.kinds[receipt.kind]} · ${words.receipt.number} ${receipt.number} · ${words.receipt.code} `,
      make('b', {}, [receipt.code]),
    ]),
    make('p', { class: 'actions' }, [
      make('a', { class: 'plain', href: `/m/progress${location.search}#c=${receipt.code}` }, [
        words.own.show,
      ]),
    ]),
  );
  place.hidden = false;
}

void begin();
