// One case: who and what at the left; its clock, what can be done, what was answered and done beside it.
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { CaseAct, CaseActName, CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { CaseActBar } from '../components/case-act-bar.tsx';
import { CaseActDialog } from '../components/case-act-dialog.tsx';
import { CaseAnswer } from '../components/case-answer.tsx';
import { CaseClock } from '../components/case-clock.tsx';
import { CaseHistory } from '../components/case-history.tsx';
import { CaseLikely } from '../components/case-likely.tsx';
import { CasePapers } from '../components/case-papers.tsx';
import { CaseStateTag } from '../components/case-state.tsx';
import { CaseFiles, CaseWhat } from '../components/case-what.tsx';
import { CaseWho } from '../components/case-who.tsx';
import { DoneNotice } from '../components/done-notice.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/case-words.ts';
import { type CaseWork, useCase } from '../state/case-detail.ts';
import { forgetActs, hasKeptActs } from '../state/case-drafts.ts';
import type { PaperTexts } from '../state/case-papers.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';

function Head({ detail }: { readonly detail: CaseDetail }) {
  const { number, kind, state, channel, receivedOn, agencyName, handler } = detail;
  return (
    <WorkHead
      title={number}
      lead={
        <>
          <CaseStateTag state={state} /> {t(`case.kind.${kind}`)} · {receivedOn}{' '}
          {t(`case.channel.${channel}`)} · {agencyName === '' ? t('cases.noAgency') : agencyName} ·{' '}
          {handler ?? t('cases.noHandler')}
        </>
      }
    >
      <a class="button" href="/admin/cases">
        {t('case.back')}
      </a>
    </WorkHead>
  );
}

interface Doing {
  readonly name: CaseActName;
  readonly preset?: CaseAct;
}

function OpenCase({ detail, work }: { readonly detail: CaseDetail; readonly work: CaseWork }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<CaseActName | null>(null);
  const [paperTexts, setPaperTexts] = useState<PaperTexts>({});
  const isUnsent = hasKeptActs(detail.id) || Object.keys(paperTexts).length > 0;
  useLeaveGuard(isUnsent ? t('act.leave') : null);
  useEffect(() => () => forgetActs(detail.id), [detail.id]);
  const begin = (next: Doing) => {
    setDone(null);
    setDoing(next);
  };
  const mayMerge = detail.acts.includes('merge');
  const merge = (into: string) => begin({ name: 'merge', preset: { act: 'merge', into, reason: '' } });
  return (
    <div class="stack">
      <Head detail={detail} />
      {done !== null && <DoneNotice words={t('act.done', { act: t(`act.${done}`) })} />}
      <div class="case-columns">
        <div class="stack case-column-who">
          <CaseWho detail={detail} />
          <CaseWhat detail={detail} />
          <CaseFiles detail={detail} />
        </div>
        <div class="stack case-column-work">
          <CaseActBar detail={detail} onAct={(name) => begin({ name })} />
          <CaseClock detail={detail} />
          <CaseLikely likely={detail.likely} onMerge={mayMerge ? merge : null} />
          <CaseAnswer detail={detail} />
        </div>
        <div class="stack case-column-past">
          <CasePapers detail={detail} texts={paperTexts} onTexts={setPaperTexts} onMade={work.refresh} />
          <CaseHistory events={detail.events} />
        </div>
      </div>
      {doing !== null && (
        <CaseActDialog
          name={doing.name}
          preset={doing.preset}
          detail={detail}
          work={work}
          onDone={(name) => {
            setDoing(null);
            setDone(name);
            // The dialog is gone, and so may be the button that opened it: the keyboard goes on from the top.
            document.getElementById('work')?.focus();
          }}
          onClose={() => setDoing(null)}
        />
      )}
    </div>
  );
}

export function CaseScreen() {
  const { params } = useRoute();
  const id = params.id ?? '';
  const work = useCase(id);
  const { detail, error, reload } = work;
  if (error !== null && detail === null) return <ProblemNotice error={error} retry={reload} />;
  if (detail === null) return <Loading />;
  return <OpenCase key={detail.id} detail={detail} work={work} />;
}
