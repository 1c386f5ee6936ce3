// Consultations: what is open and until when, what waits for its result, and opening one.
import { MessagesSquare, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import {
  type ConsultationPlan,
  type ConsultationRow,
  consultationDetailSchema,
} from '#shared/protocol/consultations-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { request } from '../api/client.ts';
import { ConsultationForm } from '../components/consultation-form.tsx';
import { RecordChoice } from '../components/consultation-record.tsx';
import { ConsultationStateTag, leftWords } from '../components/consultation-state.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { Segments } from '../components/segments.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { ct } from '../i18n/consultation-words.ts';
import { formatCount, t } from '../i18n/index.ts';
import { emptyPlan, useConsultationList } from '../state/consultations.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import '../styles/consultations.css';

function Line({ row }: { readonly row: ConsultationRow }) {
  const { received, sorted, seats } = row.counts;
  return (
    <tr>
      <td class="grow">
        <a class="record-title" href={`/admin/consultations/${row.id}`}>
          {row.title}
        </a>
        {row.hasUnpublished && row.state !== 'draft' && (
          <span class="tag tag-warn">{ct('hasUnpublished')}</span>
        )}
      </td>
      <td>{ct(`kind.${row.kind}`)}</td>
      <td class="wide" title={row.agencyName}>
        {row.agencyName}
      </td>
      <td class="numeric">
        {row.startsOn} — {row.endsOn}
      </td>
      <td>
        <ConsultationStateTag state={row.state} /> <span class="secondary">{leftWords(row)}</span>
      </td>
      <td class="numeric">
        {formatCount(received)}
        {seats !== null && ` / ${formatCount(seats)}`}
      </td>
      <td class="numeric">{formatCount(sorted)}</td>
    </tr>
  );
}

function Rows({ rows }: { readonly rows: readonly ConsultationRow[] }) {
  const heads = ['title', 'kind', 'agency', 'period', 'state', 'received', 'sorted'] as const;
  return (
    <section class="card" aria-label={ct('list')}>
      <ScrollArea label={ct('list')}>
        <table class="table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" class={head === 'agency' ? 'wide' : ''}>
                  {ct(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}

function NewConsultation({ recordId, onClose }: { readonly recordId: string; readonly onClose: () => void }) {
  const { route } = useLocation();
  const saving = useSaving();
  const [record, setRecord] = useState(recordId);
  const submit = (plan: ConsultationPlan) =>
    saving.save(async () => {
      const body = { ...plan, recordId: record };
      const { row } = await request('POST', '/consultations', consultationDetailSchema, { body });
      route(`/admin/consultations/${row.id}`);
    });
  return (
    <section class="card stack" aria-labelledby="consult-new">
      <h2 id="consult-new">{ct('record')}</h2>
      <RecordChoice value={record} onChange={setRecord} />
      {record === '' ? (
        <div class="row">
          <button type="button" class="button" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      ) : (
        <ConsultationForm
          plan={emptyPlan(chinaDay(Date.now()))}
          isKindFixed={false}
          act={ct('open')}
          saving={saving}
          onSubmit={submit}
          onCancel={onClose}
        />
      )}
    </section>
  );
}

const views = ['all', 'open', 'closed', 'summarised', 'draft'] as const;
type View = (typeof views)[number];

/** What has not begun stands with what is not public: nothing comes in yet. */
const isIn = (view: View, { state }: ConsultationRow) =>
  view === 'all' || state === view || (view === 'draft' && state === 'planned');

export function Consultations() {
  const { query } = useLocation();
  const [view, setView] = useState<View>('all');
  const [isOpening, setOpening] = useState(query.record !== undefined);
  const list = useConsultationList();
  const rows = list.value?.rows ?? [];
  const segments = views.map((value) => ({
    value,
    label: value === 'all' ? ct('all') : ct(`state.${value}`),
    count: rows.filter((row) => isIn(value, row)).length,
  }));
  const due = list.value?.counts.toSummarise ?? 0;
  return (
    <div class="stack">
      <WorkHead title={t('place.consultations')} lead={ct('lead')}>
        {may('consultations.write') && !isOpening && (
          <button type="button" class="button button-primary" onClick={() => setOpening(true)}>
            <Icon node={Plus} /> {ct('new')}
          </button>
        )}
      </WorkHead>
      {isOpening && <NewConsultation recordId={query.record ?? ''} onClose={() => setOpening(false)} />}
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.value === null && list.isLoading && <Loading />}
      {due > 0 && <p class="notice notice-warn">{ct('toSummariseCount', { count: formatCount(due) })}</p>}
      {list.value !== null && rows.length === 0 && !isOpening && (
        <div class="card empty">
          <Icon node={MessagesSquare} />
          <p>{ct('none')}</p>
          <p>{ct('noneLine')}</p>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <Segments<View>
            label={t('place.consultations')}
            segments={segments}
            value={view}
            onChange={setView}
          />
          <Rows rows={rows.filter((row) => isIn(view, row))} />
        </>
      )}
    </div>
  );
}
