// Years of requests and opinions in a filled desk, sealed as the hub seals them.
import { join } from 'node:path';
import { openCaseVault } from '#hub/cases/case-vault.ts';
import { sealWords } from '#hub/cases/case-words.ts';
import { openStore } from '#hub/store/open-store.ts';

const caseCount = 20_000;
const batchSize = 200;
const dayMs = 86_400_000;
const kinds = ['request', 'opinion', 'question', 'complaint', 'suggestion', 'correction'] as const;
const dayOf = (number: number) =>
  new Date(Date.UTC(2022, 0, 1) + (number % 1500) * dayMs).toISOString().slice(0, 10);

/** Adds them to the store in `dataDir`, which `fillDesk` filled; one in ten is open. */
export async function fillCases(dataDir: string): Promise<void> {
  const store = openStore(join(dataDir, 'store.sqlite'));
  const vault = openCaseVault(join(dataDir, 'keys'));
  const agencies = await store.db.selectFrom('agencies').select('id').orderBy('id').execute();
  const row = async (number: number) => {
    const id = `c${String(number).padStart(8, '0')}`;
    const { key, wrapped } = await vault.newKey(id);
    const kind = kinds[number % kinds.length] ?? 'request';
    const isOpen = number % 10 === 0;
    const receivedOn = dayOf(number);
    const words = {
      ...{ applicant: null, title: '', wrong: '', right: '', triedSearch: null, completionWanted: '' },
      ...{ completion: '', answer: isOpen ? '' : '已答复。', leftOut: '', satisfactionWords: '' },
      content: `第${number}件：申请公开有关道路改造的资金安排`,
    };
    return {
      ...{ id, kind, code_digest: id, phone_digest: null, submission_id: null, channel: 'online' },
      number: `${kind}〔${receivedOn.slice(0, 4)}〕${number}号`,
      state: isOpen ? 'accepted' : 'closed',
      agency_id: agencies[number % agencies.length]?.id ?? null,
      ...{ handler_id: null, applicant_class: 'person', record_id: null, record_version: null },
      ...{ consultation_id: null, received_on: receivedOn, due_on: dayOf(number + 28), ground: null },
      reply_kind: kind === 'request' && !isOpen ? 'provided' : null,
      replied_on: isOpen ? null : dayOf(number + 14),
      ...{ outcome: null, satisfaction: null, wanted_form: null, wanted_route: null, may_publish: 0 },
      ...{ person_digest: null, words_digest: null, merged_into: null, published_json: null },
      ...{ published_at: null, content_record_id: null, wrapped_key: wrapped },
      sealed: sealWords(vault, key, id, words),
      ...{
        revision: 1,
        created_at: `${receivedOn}T01:00:00.000Z`,
        updated_at: `${receivedOn}T01:00:00.000Z`,
      },
      settled_on: isOpen ? null : dayOf(number + 14),
      erased_at: null,
    };
  };
  for (let first = 0; first < caseCount; first += batchSize) {
    const rows = await Promise.all(Array.from({ length: batchSize }, (_, at) => row(first + at)));
    await store.db.insertInto('cases').values(rows).execute();
  }
  await store.close();
}
