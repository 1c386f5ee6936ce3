// One consultation: how long there is, what is asked, what came in and how it is sorted, and what is published back.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { ConsultationDetail } from '#shared/protocol/consultations-api.ts';
import { useConfirm } from '../components/confirm.tsx';
import { PlanActs, ResultCard } from '../components/consultation-acts.tsx';
import { pointLabel, ReplyList } from '../components/consultation-replies.tsx';
import { SignUpList } from '../components/consultation-sign-ups.tsx';
import { ConsultationStateTag, leftWords } from '../components/consultation-state.tsx';
import { EventHistory } from '../components/event-history.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { ct } from '../i18n/consultation-words.ts';
import { formatCount } from '../i18n/index.ts';
import { useConsultation } from '../state/consultations.ts';
import '../styles/consultations.css';

function Notices({ detail }: { readonly detail: ConsultationDetail }) {
  const { row, warnings, publicPeriod } = detail;
  const isMoved =
    publicPeriod !== null &&
    (publicPeriod.startsOn !== detail.plan.startsOn || publicPeriod.endsOn !== detail.plan.endsOn);
  return (
    <>
      {row.state === 'draft' && <p class="notice notice-warn">{ct('draftState')}</p>}
      {isMoved && <p class="notice notice-warn">{ct('publicPeriod', publicPeriod)}</p>}
      {warnings.map((warning) => (
        <p key={warning} class="notice notice-warn">
          {ct(`warn.${warning}`)}
        </p>
      ))}
    </>
  );
}

function Facts({ detail: { plan, row } }: { readonly detail: ConsultationDetail }) {
  const { hearing, ways } = plan;
  const facts: readonly (readonly [string, string])[] = [
    [ct('kind'), ct(`kind.${row.kind}`)],
    [ct('agency'), row.agencyName],
    [ct('period'), `${plan.startsOn} — ${plan.endsOn}`],
    [
      ct('hearing'),
      hearing === null
        ? ''
        : `${hearing.on} ${hearing.at} · ${hearing.place} · ${ct('seats')} ${hearing.seats}`,
    ],
    [ct('conditions'), hearing?.conditions ?? ''],
    [ct('way.phone'), ways.phone ?? ''],
    [ct('way.email'), ways.email ?? ''],
    [ct('way.post'), ways.post ?? ''],
    [ct('way.place'), ways.place ?? ''],
    [ct('objection'), plan.objection],
  ];
  return <FactList look="card facts consult-facts" facts={facts} />;
}

const columns = ['received', 'taken', 'partly', 'notTaken', 'unsorted'] as const;
const columnWords = {
  received: 'received',
  taken: 'taken',
  partly: 'partly',
  notTaken: 'not-taken',
  unsorted: 'unsorted',
} as const;

function ByPoint({ detail }: { readonly detail: ConsultationDetail }) {
  const { byPoint, plan } = detail;
  if (byPoint.length === 0) return null;
  const sum = (column: (typeof columns)[number]) => byPoint.reduce((all, one) => all + one[column], 0);
  return (
    <section class="card stack" aria-labelledby="consult-points">
      <h2 id="consult-points">{ct('byPoint')}</h2>
      <ScrollArea label={ct('byPoint')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{ct('point')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" class="numeric">
                  {ct(columnWords[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byPoint.map((line) => (
              <tr key={line.point}>
                <td class="grow">{pointLabel(plan.points, line.point)}</td>
                {columns.map((column) => (
                  <td key={column} class="numeric">
                    {formatCount(line[column])}
                  </td>
                ))}
              </tr>
            ))}
            {byPoint.length > 1 && (
              <tr class="consult-sum">
                <td>{ct('sum')}</td>
                {columns.map((column) => (
                  <td key={column} class="numeric">
                    {formatCount(sum(column))}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}

interface RepliesProps {
  readonly detail: ConsultationDetail;
  readonly onChanged: (detail: ConsultationDetail) => void;
}

function Replies(props: RepliesProps) {
  return props.detail.row.kind === 'hearing' ? <SignUpList {...props} /> : <ReplyList {...props} />;
}

function OpenConsultation({ loaded }: { readonly loaded: ConsultationDetail }) {
  const [detail, setDetail] = useState(loaded);
  const confirm = useConfirm();
  const { row, draft, events } = detail;
  const isHearing = row.kind === 'hearing';
  return (
    <div class="stack">
      <WorkHead
        title={row.title}
        lead={
          <>
            <ConsultationStateTag state={row.state} /> <strong>{leftWords(row)}</strong>
          </>
        }
      >
        <div class="row">
          <a class="button" href="/admin/consultations">
            {ct('back')}
          </a>
          {draft !== null && (
            <a class="button" href={`/admin/records/${draft.id}`}>
              {ct('toDraft')}
            </a>
          )}
          <a class="button" href={`/admin/records/${row.recordId}`}>
            {ct('toNotice')}
          </a>
        </div>
      </WorkHead>
      <Notices detail={detail} />
      <Facts detail={detail} />
      <PlanActs key={detail.revision} detail={detail} onChanged={setDetail} />
      {!isHearing && row.counts.received > 0 && <ByPoint detail={detail} />}
      <ResultCard detail={detail} confirm={confirm} onChanged={setDetail} />
      {row.state !== 'draft' && <Replies detail={detail} onChanged={setDetail} />}
      <EventHistory
        id="consult-history"
        title={ct('history')}
        events={events.map(({ at, who, act, note }) => ({ at, who, words: `${ct(`act.${act}`)} ${note}` }))}
      />
      {confirm.dialog}
    </div>
  );
}

export function ConsultationScreen() {
  const { params } = useRoute();
  const loaded = useConsultation(params.id ?? '');
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  if (loaded.value === null) return <Loading />;
  return <OpenConsultation key={loaded.value.row.id} loaded={loaded.value} />;
}
