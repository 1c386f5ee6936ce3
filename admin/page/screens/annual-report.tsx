// One annual report in its six parts: words and tables, the checks, and the step that freezes it.
import { Lock } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { type AnnualReport, annualReportSchema } from '#shared/protocol/annual-api.ts';
import type { AnnualContent } from '#shared/reports/annual-content.ts';
import { findFaults } from '#shared/reports/annual-sums.ts';
import { request } from '../api/client.ts';
import { AnnualFaults } from '../components/annual-faults.tsx';
import { AnnualPageForm } from '../components/annual-page-form.tsx';
import { DisputeTable, ProactiveTable, RequestTable } from '../components/annual-tables.tsx';
import { useConfirm } from '../components/confirm.tsx';
import { TextField } from '../components/fields.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SaveOutcome } from '../components/save-outcome.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatTime, t } from '../i18n/index.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { DueTag } from './annual-reports.tsx';

type Part = 'overview' | 'proactive' | 'requests' | 'disputes' | 'problems' | 'other';

export function AnnualReportScreen() {
  const { params } = useRoute();
  const path = `/annual-reports/${params.id ?? ''}`;
  const loaded = useLoaded((signal) => request('GET', path, annualReportSchema, { signal }), [path]);
  if (loaded.value !== null) return <OpenReport loaded={loaded.value} />;
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  return <Loading />;
}

function useReport(loaded: AnnualReport) {
  const [report, setReport] = useState(loaded);
  const [content, setContent] = useState(loaded.content);
  const saving = useSaving();
  const path = `/annual-reports/${report.id}`;
  const take = (next: AnnualReport) => {
    setReport(next);
    setContent(next.content);
  };
  const save = async () => {
    const body = { revision: report.revision, content };
    take(await request('PUT', path, annualReportSchema, { body }));
  };
  const finalise = async () => {
    const body = { revision: report.revision };
    take(await request('POST', `${path}/finalise`, annualReportSchema, { body }));
  };
  const change = (next: AnnualContent) => {
    setContent(next);
    saving.reset();
  };
  return { report, content, change, saving, isChanged: content !== report.content, save, finalise };
}

function OpenReport({ loaded }: { readonly loaded: AnnualReport }) {
  const state = useReport(loaded);
  const { report, content, change, saving, isChanged } = state;
  const { ask, dialog } = useConfirm();
  useLeaveGuard(isChanged ? t('annual.unsaved') : null);
  const mayWrite = may('reports.write') && report.state === 'draft';
  const faults = findFaults(content, report.known, report.before);
  const tables = { report, content, onChange: change };
  const part = (name: Part, table?: ComponentChildren) => (
    <ReportPart part={name} value={content[name]} onChange={(words) => change({ ...content, [name]: words })}>
      {table}
    </ReportPart>
  );
  const finalise = async () => {
    if (await ask(t('annual.finaliseAsk', { title: report.title }), t('bulletin.finalise')))
      await saving.save(state.finalise);
  };
  return (
    <div class="stack">
      <ReportHead report={report} />
      <fieldset class="plain-set stack" disabled={!mayWrite}>
        {part('overview')}
        {part('proactive', <ProactiveTable {...tables} />)}
        {part('requests', <RequestTable {...tables} />)}
        {part('disputes', <DisputeTable {...tables} />)}
        {part('problems')}
        {part('other')}
      </fieldset>
      <section class="card stack">
        <AnnualFaults faults={faults} />
        <SaveOutcome saving={saving} />
        {mayWrite && (
          <div class="row">
            <button
              type="button"
              class="button button-primary"
              disabled={!isChanged || saving.isBusy}
              onClick={() => void saving.save(state.save)}
            >
              {t('app.save')}
            </button>
            <button
              type="button"
              class="button"
              disabled={isChanged || saving.isBusy || faults.some(({ isGrave }) => isGrave)}
              onClick={finalise}
            >
              <Icon node={Lock} /> {t('bulletin.finalise')}
            </button>
          </div>
        )}
        {report.state === 'final' && may('reports.write') && <AnnualPageForm report={report} />}
      </section>
      {dialog}
    </div>
  );
}

function ReportHead({ report }: { readonly report: AnnualReport }) {
  const { id, title, finalisedAt, finalisedBy } = report;
  return (
    <WorkHead
      title={title}
      lead={
        <>
          <DueTag report={report} />{' '}
          {finalisedAt !== null &&
            t('bulletin.finalBy', { who: finalisedBy ?? '', at: formatTime(finalisedAt) })}
        </>
      }
    >
      <div class="row">
        <a class="button" href="/admin/ledgers/annual">
          {t('annual.back')}
        </a>
        <FileLinks path={`/annual-reports/${id}/file`} formats={['html', 'xlsx']} />
      </div>
    </WorkHead>
  );
}

interface ReportPartProps {
  readonly part: Part;
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly children?: ComponentChildren;
}

function ReportPart({ part, value, onChange, children }: ReportPartProps) {
  return (
    <section class="card stack" aria-labelledby={`annual-${part}`}>
      <h2 id={`annual-${part}`}>{t(`annual.part.${part}`)}</h2>
      <TextField
        label={t('annual.words')}
        isLong
        rows={part === 'overview' || part === 'problems' ? 8 : 3}
        maxLength={20_000}
        value={value}
        onChange={(words) => onChange(words ?? '')}
      />
      {part === 'proactive' && <p class="secondary">{t('annual.fromStore')}</p>}
      {children}
    </section>
  );
}
