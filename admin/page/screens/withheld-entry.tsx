// One entry of the non-disclosure register: what it says, what can be done with it, and its history.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { groundFacts } from '#shared/catalogue/withholding-grounds.ts';
import {
  type WithheldDetail,
  type WithheldEntry,
  type WithheldInput,
  withheldDetailSchema,
} from '#shared/protocol/withheld-api.ts';
import { request } from '../api/client.ts';
import { useConfirm } from '../components/confirm.tsx';
import { EventHistory } from '../components/event-history.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { DecideCard, EvaluateCard } from '../components/withheld-acts.tsx';
import { groundName, WithheldForm } from '../components/withheld-form.tsx';
import { WithheldStateTag } from '../components/withheld-state.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { type Saving, useSaving } from '../state/saving.ts';
import { useWithheldEntry } from '../state/withheld.ts';

function Facts({ entry }: { readonly entry: WithheldEntry }) {
  const { article } = groundFacts[entry.ground];
  const facts: readonly (readonly [string, string])[] = [
    [t('withheld.agency'), entry.agencyName],
    [t('withheld.docNo'), entry.docNo],
    [t('withheld.indexNo'), entry.indexNo],
    [t('withheld.formedOn'), entry.formedOn ?? ''],
    [t('withheld.ground'), `${groundName(entry.ground)}（${t('withheld.article', { article })}）`],
    [t('withheld.reason'), entry.reason],
    [t('withheld.until'), entry.until ?? t('withheld.noEnd')],
    [t('withheld.every'), String(entry.reviewEveryMonths)],
    [t('withheld.next'), entry.nextReviewOn ?? ''],
    [t('withheld.proposedBy'), entry.proposedBy],
    [t('withheld.decidedBy'), entry.decidedBy ?? ''],
    [t('withheld.decisionNote'), entry.decisionNote],
  ];
  return <FactList look="card facts withheld-facts" facts={facts} />;
}

function ChangeCard({
  entry,
  saving,
  onChanged,
}: {
  readonly entry: WithheldEntry;
  readonly saving: Saving;
  readonly onChanged: (detail: WithheldDetail) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const submit = (input: WithheldInput) =>
    saving.save(async () => {
      const body = { ...input, revision: entry.revision };
      onChanged(await request('PUT', `/withheld/${entry.id}`, withheldDetailSchema, { body }));
      setOpen(false);
    });
  if (isOpen) {
    return <WithheldForm entry={entry} saving={saving} onSubmit={submit} onCancel={() => setOpen(false)} />;
  }
  return (
    <div class="row">
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {t('withheld.change')}
      </button>
    </div>
  );
}

function OpenEntry({ loaded, reload }: { readonly loaded: WithheldDetail; readonly reload: () => void }) {
  const [detail, setDetail] = useState(loaded);
  const saving = useSaving();
  const confirm = useConfirm();
  const { entry, events } = detail;
  const acts = { detail, saving, confirm, onChanged: setDetail };
  return (
    <div class="stack">
      <WorkHead
        title={entry.title}
        lead={
          <>
            {entry.number} <WithheldStateTag state={entry.state} />{' '}
            {entry.isDue && <span class="tag tag-bad">{t('withheld.due')}</span>}
          </>
        }
      >
        <div class="row">
          <a class="button" href="/admin/withheld">
            {t('withheld.back')}
          </a>
          {entry.recordId !== null && (
            <a class="button" href={`/admin/records/${entry.recordId}`}>
              {t('withheld.draft')}
            </a>
          )}
        </div>
      </WorkHead>
      {saving.error !== null && <ProblemNotice error={saving.error} retry={reload} />}
      <Facts entry={entry} />
      {entry.mayDo.includes('change') && <ChangeCard entry={entry} saving={saving} onChanged={setDetail} />}
      {entry.mayDo.includes('decide') && <DecideCard key={entry.revision} {...acts} />}
      {entry.mayDo.includes('evaluate') && <EvaluateCard key={entry.revision} {...acts} />}
      <EventHistory
        id="withheld-history"
        title={t('withheld.history')}
        events={events.map(({ at, who, act, note }) => ({
          at,
          who,
          words: `${t(`withheld.act.${act}`)} ${note}`,
        }))}
      />
      {confirm.dialog}
    </div>
  );
}

export function WithheldScreen() {
  const { params } = useRoute();
  const loaded = useWithheldEntry(params.id ?? '');
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  if (loaded.value === null) return <Loading />;
  const { entry } = loaded.value;
  return <OpenEntry key={`${entry.id}${entry.revision}`} loaded={loaded.value} reload={loaded.reload} />;
}
