// The three tables of an annual report, to be filled in: what the form asks, the sums, and the year before.
import type { AnnualReport } from '#shared/protocol/annual-api.ts';
import type { AnnualContent } from '#shared/reports/annual-content.ts';
import {
  annualWords,
  applicants,
  disputeOutcomes,
  disputes,
  documentFigures,
  documentKinds,
  type ResultGroup,
  resultGroups,
  singleFigures,
  type Table1Key,
  type Table2Row,
} from '#shared/reports/annual-form.ts';
import {
  columns,
  disputeCount,
  disputeTotal,
  figureOf,
  handledCount,
  requestCount,
} from '#shared/reports/annual-sums.ts';
import { t } from '../i18n/index.ts';
import { FigureInput } from './figure-input.tsx';
import { ScrollArea } from './scroll-area.tsx';

export interface AnnualTableProps {
  readonly report: AnnualReport;
  readonly content: AnnualContent;
  readonly onChange: (content: AnnualContent) => void;
}

const cellLabel = (row: string, column: string) => t('annual.cell', { row, column });
const before = (count: number | null | undefined) =>
  count === null || count === undefined ? undefined : t('annual.before', { count });

export function ProactiveTable({ report, content, onChange }: AnnualTableProps) {
  const { documentKinds: kinds, documentFigures: heads, singleFigures: singles } = annualWords;
  const set = (key: Table1Key, value: number | null) =>
    onChange({ ...content, table1: { ...content.table1, [key]: value } });
  const cell = (key: Table1Key, label: string, step?: string) => (
    <FigureInput
      label={label}
      value={content.table1[key]}
      counted={report.known[key]}
      hint={before(report.before === null ? null : figureOf(report.before.content, report.before.known, key))}
      onChange={(value) => set(key, value)}
      {...(step === undefined ? {} : { step })}
    />
  );
  return (
    <ScrollArea label={t('annual.part.proactive')}>
      <table class="table table-form named-rows">
        <thead>
          <tr>
            <th scope="col">{annualWords.content}</th>
            {documentFigures.map((figure) => (
              <th key={figure} scope="col">
                {heads[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documentKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{kinds[kind]}</th>
              {documentFigures.map((figure) => (
                <td key={figure}>{cell(`${kind}.${figure}`, cellLabel(kinds[kind], heads[figure]))}</td>
              ))}
            </tr>
          ))}
          {singleFigures.map((key) => (
            <tr key={key}>
              <th scope="row">
                {singles[key]}
                <span class="secondary">
                  {' '}
                  {key === 'fees' ? annualWords.feesHead : annualWords.decisions}
                </span>
              </th>
              <td colSpan={3}>{cell(key, singles[key], key === 'fees' ? '0.01' : undefined)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

interface RequestRowProps extends AnnualTableProps {
  readonly row: Table2Row;
  readonly isInner?: boolean;
}

function RequestRow({ report, content, onChange, row, isInner = false }: RequestRowProps) {
  const label = annualWords.rows[row];
  const set = (applicant: (typeof applicants)[number], value: number | null) =>
    onChange({
      ...content,
      table2: { ...content.table2, [row]: { ...content.table2[row], [applicant]: value } },
    });
  const last = report.before === null ? null : requestCount(report.before, row, 'total');
  return (
    <tr>
      <th scope="row" class={isInner ? 'row-inner' : ''}>
        {label}
      </th>
      {applicants.map((applicant) => (
        <td key={applicant}>
          <FigureInput
            label={cellLabel(label, annualWords.applicants[applicant])}
            value={content.table2[row][applicant]}
            counted={report.known[`requests.${row}.${applicant}`]}
            onChange={(value) => set(applicant, value)}
          />
        </td>
      ))}
      <td class="numeric">
        <strong>{requestCount({ content, known: report.known }, row, 'total')}</strong>
        <span class="figure-hint secondary">{before(last)}</span>
      </td>
    </tr>
  );
}

export function RequestTable(props: AnnualTableProps) {
  const { content, report } = props;
  return (
    <ScrollArea label={t('annual.part.requests')}>
      <table class="table table-form named-rows">
        <thead>
          <tr>
            <th scope="col">{t('annual.item')}</th>
            {applicants.map((applicant) => (
              <th key={applicant} scope="col">
                {annualWords.applicants[applicant]}
              </th>
            ))}
            <th scope="col">{annualWords.total}</th>
          </tr>
        </thead>
        <tbody>
          <RequestRow {...props} row="received" />
          <RequestRow {...props} row="carried" />
          <tr class="row-group">
            <th scope="rowgroup" colSpan={applicants.length + 2}>
              {annualWords.results}
            </th>
          </tr>
          {(Object.keys(resultGroups) as ResultGroup[]).map((group) => (
            <GroupRows key={group} {...props} group={group} />
          ))}
          <tr class="row-sum">
            <th scope="row">{annualWords.groups.total}</th>
            {columns.map((column) => (
              <td key={column} class="numeric">
                <strong>{handledCount({ content, known: report.known }, column)}</strong>
              </td>
            ))}
          </tr>
          <RequestRow {...props} row="carriedOver" />
        </tbody>
      </table>
    </ScrollArea>
  );
}

function GroupRows({ group, ...props }: AnnualTableProps & { readonly group: ResultGroup }) {
  const rows: readonly Table2Row[] = resultGroups[group];
  if (group === 'granted' || group === 'partial') {
    return rows.map((row) => <RequestRow key={row} {...props} row={row} />);
  }
  return (
    <>
      <tr class="row-group">
        <th scope="rowgroup" colSpan={applicants.length + 2}>
          {annualWords.groups[group]}
        </th>
      </tr>
      {rows.map((row) => (
        <RequestRow key={row} {...props} row={row} isInner />
      ))}
    </>
  );
}

export function DisputeTable({ report, content, onChange }: AnnualTableProps) {
  const { disputes: names, outcomes } = annualWords;
  return (
    <ScrollArea label={t('annual.part.disputes')}>
      <table class="table table-form named-rows">
        <thead>
          <tr>
            <th scope="col">{t('annual.item')}</th>
            {disputeOutcomes.map((outcome) => (
              <th key={outcome} scope="col">
                {outcomes[outcome]}
              </th>
            ))}
            <th scope="col">{annualWords.total}</th>
          </tr>
        </thead>
        <tbody>
          {disputes.map((dispute) => (
            <tr key={dispute}>
              <th scope="row">{names[dispute]}</th>
              {disputeOutcomes.map((outcome) => (
                <td key={outcome}>
                  <FigureInput
                    label={cellLabel(names[dispute], outcomes[outcome])}
                    value={content.table3[dispute][outcome]}
                    counted={report.known[`disputes.${dispute}.${outcome}`]}
                    hint={before(
                      report.before === null ? null : disputeCount(report.before, dispute, outcome),
                    )}
                    onChange={(value) =>
                      onChange({
                        ...content,
                        table3: {
                          ...content.table3,
                          [dispute]: { ...content.table3[dispute], [outcome]: value },
                        },
                      })
                    }
                  />
                </td>
              ))}
              <td class="numeric">
                <strong>{disputeTotal({ content, known: report.known }, dispute)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
