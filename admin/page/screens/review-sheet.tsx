// The review sheet (审查表) of a record: filled in by the system, to be printed on A4 and filed.
import { Printer } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { ruleName } from '#shared/lint/rule-words.ts';
import { reviewSheetSchema, type ReviewSheet as Sheet } from '#shared/protocol/lint-api.ts';
import { request } from '../api/client.ts';
import { excerptWords, whereWords } from '../components/finding-item.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { deskLanguage, formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

function Cell(props: {
  readonly label: string;
  readonly span?: number;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <th scope="row">{props.label}</th>
      <td colSpan={props.span ?? 1}>{props.children}</td>
    </>
  );
}

const signed = (by: { readonly name: string; readonly at: string } | null) =>
  by === null ? '' : `${by.name}　${formatTime(by.at)}`;

function StepRow({ step }: { readonly step: Sheet['steps'][number] }) {
  const words =
    step.decision === null
      ? t('sheet.notTaken')
      : t(step.decision === 'pass' ? 'sheet.pass' : 'sheet.return');
  return (
    <tr>
      <th scope="row">{t(`sheet.step.${step.step}`)}</th>
      <td colSpan={2}>
        <strong>{words}</strong>
        {step.opinion !== '' && <span>　{step.opinion}</span>}
      </td>
      <td>{signed(step.by)}</td>
    </tr>
  );
}

function CheckRows({ check }: { readonly check: Sheet['check'] }) {
  if (check === null) {
    return (
      <tr>
        <Cell label={t('sheet.check')} span={3}>
          {t('sheet.unchecked')}
        </Cell>
      </tr>
    );
  }
  const { at, findings, open, hints, mended, answered } = check;
  return (
    <>
      <tr>
        <Cell label={t('sheet.check')} span={3}>
          {t('sheet.checkWords', { at: formatTime(at), findings, open, hints, mended })}
        </Cell>
      </tr>
      {answered.length > 0 && (
        <tr>
          <Cell label={t('sheet.findings')} span={3}>
            <ol class="sheet-findings">
              {answered.map((finding) => (
                <li key={`${finding.rule} ${whereWords(finding.place)} ${finding.excerpt}`}>
                  {ruleName(finding.rule, deskLanguage.value)}（{whereWords(finding.place)}）
                  {excerptWords(finding)} —{' '}
                  {finding.answer === null ? (
                    <strong>{t('sheet.unanswered')}</strong>
                  ) : (
                    `${t(`lint.answer.${finding.answer.answer}`)} ${finding.answer.reason} ${finding.answer.displayName}`
                  )}
                </li>
              ))}
            </ol>
          </Cell>
        </tr>
      )}
    </>
  );
}

function HeadRows({ sheet }: { readonly sheet: Sheet }) {
  const number = [sheet.indexNo, sheet.docNo].filter((part) => part !== null).join(' / ');
  return (
    <>
      <tr>
        <Cell label={t('sheet.unit')} span={3}>
          {sheet.agencyName}
        </Cell>
      </tr>
      <tr>
        <Cell label={t('sheet.name')} span={3}>
          {sheet.title}
        </Cell>
      </tr>
      <tr>
        <Cell label={t('sheet.number')}>{number || '—'}</Cell>
        <Cell label={t('sheet.document')}>{t(sheet.isOfficialDocument ? 'sheet.yes' : 'sheet.no')}</Cell>
      </tr>
      <tr>
        <Cell label={t('sheet.kind')}>{t(`kind.${sheet.kind}`)}</Cell>
        <Cell label={t('sheet.version')}>
          {t('sheet.versionWords', { version: sheet.version, code: sheet.code })}
        </Cell>
      </tr>
      <tr>
        <Cell label={t('sheet.mode')}>{t(`sheet.mode.${sheet.mode}`)}</Cell>
        <Cell label={t('sheet.intendedOn')}>{sheet.intendedOn ?? t('sheet.unset')}</Cell>
      </tr>
      <tr>
        <Cell label={t('sheet.attachments')} span={3}>
          {sheet.attachments.map(({ name }) => name).join('；') || t('sheet.noAttachments')}
        </Cell>
      </tr>
    </>
  );
}

function Paper({ sheet }: { readonly sheet: Sheet }) {
  return (
    <article class="sheet-paper">
      <h2>{t('sheet.title')}</h2>
      <table class="sheet-table">
        <colgroup>
          <col class="sheet-label" />
          <col />
          <col class="sheet-label" />
          <col class="sheet-sign" />
        </colgroup>
        <tbody>
          <HeadRows sheet={sheet} />
          <tr>
            <Cell label={t('sheet.maker')} span={3}>
              {signed(sheet.maker)}
            </Cell>
          </tr>
          <CheckRows check={sheet.check} />
          {sheet.steps.map((step) => (
            <StepRow key={step.step} step={step} />
          ))}
          <tr class="sheet-last">
            <Cell label={t('sheet.approver')} span={3}>
              {signed(sheet.approver) || t('sheet.notApproved')}
            </Cell>
          </tr>
        </tbody>
      </table>
      {sheet.isSingleHanded && <p class="sheet-note">{t('sheet.single')}</p>}
    </article>
  );
}

export function ReviewSheet() {
  const { params } = useRoute();
  const { query } = useLocation();
  const id = params.id ?? '';
  const version = query.version === undefined ? '' : `?version=${encodeURIComponent(query.version)}`;
  const sheet = useLoaded(
    (signal) => request('GET', `/records/${id}/sheet${version}`, reviewSheetSchema, { signal }),
    [id, version],
  );
  return (
    <div class="stack">
      <WorkHead title={t('sheet.title')} lead={<a href={`/admin/records/${id}`}>← {t('sheet.back')}</a>}>
        <button type="button" class="button button-primary" onClick={() => window.print()}>
          <Icon node={Printer} /> {t('sheet.print')}
        </button>
      </WorkHead>
      {sheet.error !== null && <ProblemNotice error={sheet.error} retry={sheet.reload} />}
      {sheet.value === null && sheet.error === null && <Loading />}
      {sheet.value && <Paper sheet={sheet.value} />}
    </div>
  );
}
