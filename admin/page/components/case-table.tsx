// The ledger of cases as a table: who, what, whose, by when, how far.
import { useRef } from 'preact/hooks';
import type { CaseRow } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { useListKeys } from '../state/list-keys.ts';
import { CaseStateTag, TimeLeftWords } from './case-state.tsx';
import { ScrollArea } from './scroll-area.tsx';

/** Who, in the ledger: masked, with the class behind it. */
function Who({ row }: { readonly row: CaseRow }) {
  const { maskedName, applicantClass } = row;
  if (maskedName === '') return <span class="secondary">{t('cases.anonymous')}</span>;
  return (
    <>
      {maskedName}
      {applicantClass !== null && (
        <span class="case-second secondary">{t(`case.applicant.${applicantClass}`)}</span>
      )}
    </>
  );
}

function CaseLine({ row }: { readonly row: CaseRow }) {
  return (
    <tr data-row class={row.isOverdue && row.repliedOn === null ? 'row-urgent' : ''}>
      <td class="case-number">
        <a class="numeric" href={`/admin/cases/${row.id}`}>
          {row.number}
        </a>
        <span class="case-second secondary">{t(`case.kind.${row.kind}`)}</span>
      </td>
      <td>
        <span class="numeric">{row.receivedOn}</span>
        <span class="case-second secondary">{t(`case.channel.${row.channel}`)}</span>
      </td>
      <td>
        <Who row={row} />
      </td>
      <td class="grow case-gist">
        <span title={row.gist}>{row.gist}</span>
      </td>
      <td title={row.agencyName}>
        {row.agencyId === null ? (
          <span class="case-nobody">{t('cases.noAgency')}</span>
        ) : (
          <span class="case-agency">{row.agencyName}</span>
        )}
        <span class="case-second secondary">{row.handler ?? t('cases.noHandler')}</span>
      </td>
      <td class="case-due">
        <span class="numeric">{row.dueOn ?? '—'}</span>
        <span class="case-second">
          <TimeLeftWords row={row} />
        </span>
      </td>
      <td>
        <CaseStateTag state={row.state} />
      </td>
    </tr>
  );
}

export function CaseTable({ rows, isBusy }: { readonly rows: readonly CaseRow[]; readonly isBusy: boolean }) {
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const heads = [
    t('cases.number'),
    t('cases.col.received'),
    t('cases.col.who'),
    t('cases.col.gist'),
    t('cases.agency'),
    t('cases.col.due'),
    t('cases.state'),
  ];
  return (
    <div ref={list}>
      <ScrollArea label={t('cases.list')} isBusy={isBusy}>
        <table class="table case-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CaseLine key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}

interface CasePagerProps {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly size: number;
  readonly onMove: (offset: number) => void;
}

/** Which part of the ledger is shown, and the way to the parts before and after. */
export function CasePager({ offset, shown, total, size, onMove }: CasePagerProps) {
  return (
    <nav class="row case-pager" aria-label={t('cases.paging')}>
      <span class="secondary numeric" role="status">
        {t('cases.page', { from: offset + 1, to: offset + shown, total })}
      </span>
      {total > size && (
        <>
          <button
            type="button"
            class="button"
            disabled={offset === 0}
            onClick={() => onMove(Math.max(0, offset - size))}
          >
            {t('cases.earlier')}
          </button>
          <button
            type="button"
            class="button"
            disabled={offset + shown >= total}
            onClick={() => onMove(offset + size)}
          >
            {t('cases.later')}
          </button>
        </>
      )}
    </nav>
  );
}
