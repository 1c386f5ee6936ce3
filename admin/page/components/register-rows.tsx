// The rows of a register with its totals: found by words, sorted, read a page at a time, changed one by one.
import { Inbox, Plus } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { FigureFaults, RegisterRow, TotalLine } from '#shared/protocol/registers-api.ts';
import { t } from '../i18n/index.ts';
import { isFigure } from '../state/edit-definition.ts';
import { type RowSort, useRegisterRows } from '../state/register-rows.ts';
import { useFigureFaults } from '../state/register-totals.ts';
import type { OpenedRegister } from '../state/registers.ts';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';
import { RegisterFaults } from './register-faults.tsx';
import { RegisterRowTable } from './register-row-table.tsx';
import { RowDialog } from './row-dialog.tsx';
import { TotalDialog } from './total-dialog.tsx';

interface RegisterRowsProps {
  readonly register: OpenedRegister;
  readonly onChanged: () => void;
}

export function RegisterRows({ register, onChanged }: RegisterRowsProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [onlyWaiting, setOnlyWaiting] = useState(false);
  const [opened, setOpened] = useState<RegisterRow | 'new' | null>(null);
  const [openedTotal, setOpenedTotal] = useState<TotalLine | 'new' | null>(null);
  const [sort, setSort] = useState<RowSort | null>(null);
  const faults = useFigureFaults(register).value;
  const pages = useRegisterRows(register.id, { words, onlyWaiting, sort });
  const { rows } = pages;
  const hasFigures = register.definition.columns.some(({ type }) => isFigure(type));
  const close = (isChanged: boolean) => {
    setOpened(null);
    setOpenedTotal(null);
    if (!isChanged) return;
    pages.reload();
    onChanged();
  };
  const openerOf = ({ row: id, total: key }: FigureFaults['sums'][number]) => {
    const row = rows?.find((one) => one.id === id);
    const total = pages.totals.find((one) => one.key === key);
    if (row !== undefined) return () => setOpened(row);
    return total === undefined ? null : () => setOpenedTotal(total);
  };
  const faulty = new Set(faults?.sums.flatMap(({ row, total }) => row ?? total ?? []));
  return (
    <section class="card stack" aria-label={t('register.rows')}>
      {faults && <RegisterFaults faults={faults} openerOf={openerOf} />}
      <div class="row register-tools">
        <div class="field">
          <label for={id}>{t('register.search')}</label>
          <input
            id={id}
            type="search"
            class="input"
            maxLength={100}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <label class="row check-line">
          <input
            type="checkbox"
            class="check"
            checked={onlyWaiting}
            onChange={(event) => setOnlyWaiting(event.currentTarget.checked)}
          />
          {t('register.onlyWaiting')}
        </label>
        <div class="row">
          <button type="button" class="button" onClick={() => setOpened('new')}>
            <Icon node={Plus} /> {t('register.addRow')}
          </button>
          {rows !== null && rows.length > 0 && hasFigures && (
            <button type="button" class="button" onClick={() => setOpenedTotal('new')}>
              <Icon node={Plus} /> {t('register.addTotal')}
            </button>
          )}
        </div>
      </div>
      {pages.error !== null && <ProblemNotice error={pages.error} retry={pages.reload} />}
      {rows === null && pages.isLoading && <Loading />}
      {rows?.length === 0 && !pages.isLoading && (
        <div class="empty">
          <Icon node={Inbox} />
          <p>{t(words === '' && !onlyWaiting ? 'register.noRows' : 'register.noneFound')}</p>
        </div>
      )}
      {rows !== null && rows.length > 0 && (
        <RegisterRowTable
          register={register}
          rows={rows}
          pages={pages}
          sort={sort}
          onSort={setSort}
          onOpen={setOpened}
          onOpenTotal={setOpenedTotal}
          faulty={faulty}
        />
      )}
      {pages.hasMore && (
        <button type="button" class="button" disabled={pages.isLoading} onClick={pages.loadMore}>
          {t(pages.isLoading ? 'app.loading' : 'register.more')}
        </button>
      )}
      {opened !== null && (
        <RowDialog register={register} row={opened === 'new' ? null : opened} onClose={close} />
      )}
      {openedTotal !== null && (
        <TotalDialog
          register={register}
          total={openedTotal === 'new' ? null : openedTotal}
          rows={rows ?? []}
          onClose={close}
        />
      )}
    </section>
  );
}
