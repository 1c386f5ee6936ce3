// What is behind one number of a bulletin: the records or entries that were counted.
import { useEffect, useRef } from 'preact/hooks';
import { factListSchema, type ScoreFact } from '#shared/protocol/bulletins-api.ts';
import { chinaMinute } from '#shared/reports/report-table.ts';
import type { Measure } from '#shared/reports/score.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';

export interface OpenedNumber {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly measure: Measure;
  readonly count: number;
}

interface FactsDialogProps {
  readonly bulletinId: string;
  readonly number: OpenedNumber;
  readonly onClose: () => void;
}

const shownAt = (at: string) => (at.includes('T') ? chinaMinute(at) : at);

function Fact({ fact }: { readonly fact: ScoreFact }) {
  const { link, title, at, note } = fact;
  return (
    <li>
      {link.kind === 'record' ? (
        <a href={`/admin/records/${link.id}`} target="_blank" rel="noopener">
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
      <span class="secondary numeric">
        {[at === null ? '' : shownAt(at), note].filter((part) => part !== '').join(' · ')}
      </span>
    </li>
  );
}

export function FactsDialog({ bulletinId, number, onClose }: FactsDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const { agencyId, agencyName, measure, count } = number;
  const query = new URLSearchParams({ agencyId, measure });
  const facts = useLoaded(
    (signal) => request('GET', `/bulletins/${bulletinId}/facts?${query}`, factListSchema, { signal }),
    [bulletinId, agencyId, measure],
  );
  useEffect(() => element.current?.showModal(), []);
  const words = { agency: agencyName, measure: t(`measure.${measure}`), count: formatCount(count) };
  return (
    <dialog ref={element} class="dialog dialog-wide" aria-labelledby="facts-title" onClose={onClose}>
      <div class="stack">
        <h2 id="facts-title">{t('bulletin.factsOf', words)}</h2>
        {facts.error !== null && <ProblemNotice error={facts.error} retry={facts.reload} />}
        {facts.value === null && facts.isLoading && <Loading />}
        {facts.value !== null && facts.value.facts.length < facts.value.total && (
          <p class="secondary">{t('bulletin.factsCut', { count: formatCount(facts.value.facts.length) })}</p>
        )}
        <ol class="timeline">
          {(facts.value?.facts ?? []).map((fact, at) => (
            <Fact key={`${fact.link.id}${at}`} fact={fact} />
          ))}
        </ol>
        <div class="dialog-acts">
          <button type="button" class="button" onClick={() => element.current?.close()}>
            {t('entry.close')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
