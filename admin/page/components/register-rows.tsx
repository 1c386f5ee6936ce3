// The rows of a register: found by words, read a page at a time, changed one by one.
import { Inbox, Pencil, Plus } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import type { RegisterRow } from '#shared/protocol/registers-api.ts';
import { titleColumn } from '#shared/registers/register-definition.ts';
import { t } from '../i18n/index.ts';
import { useRegisterRows } from '../state/register-rows.ts';
import type { OpenedRegister } from '../state/registers.ts';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';
import { RowDialog } from './row-dialog.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface RegisterRowsProps {
  readonly register: OpenedRegister;
  readonly onChanged: () => void;
}

/** More columns than these are read in the row's own form. */
const listedColumns = 5;
const looks = { approved: 'tag-good', added: 'tag-warn', changed: 'tag-warn', removed: 'tag-bad' } as const;

/** The name, and the first columns of which these rows say anything. */
function listedOf({ definition }: OpenedRegister, rows: readonly RegisterRow[]) {
  const title = titleColumn(definition);
  const isUsed = (key: string) => rows.some(({ cells }) => (cells[key] ?? '') !== '');
  const others = definition.columns.filter(
    (column) => column !== title && column.isShown && isUsed(column.key),
  );
  return [title, ...others].slice(0, listedColumns);
}

function RowLine(props: {
  readonly register: OpenedRegister;
  readonly columns: readonly RegisterColumn[];
  readonly row: RegisterRow;
  readonly onOpen: () => void;
}) {
  const { register, columns, row, onOpen } = props;
  const title = row.cells[titleColumn(register.definition).key] ?? '—';
  return (
    <tr class={row.standing === 'removed' ? 'register-removed' : ''}>
      {columns.map(({ key }) => (
        <td key={key} class="register-cell" title={row.cells[key] ?? ''}>
          {row.cells[key] ?? ''}
        </td>
      ))}
      <td>
        <span class={`tag ${looks[row.standing]}`}>{t(`register.standing.${row.standing}`)}</span>
      </td>
      <td>
        <button
          type="button"
          class="button button-quiet"
          aria-label={t('register.editOne', { title })}
          onClick={onOpen}
        >
          <Icon node={Pencil} /> {t('register.edit')}
        </button>
      </td>
    </tr>
  );
}

export function RegisterRows({ register, onChanged }: RegisterRowsProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [onlyWaiting, setOnlyWaiting] = useState(false);
  const [opened, setOpened] = useState<RegisterRow | 'new' | null>(null);
  const pages = useRegisterRows(register.id, words, onlyWaiting);
  const { rows } = pages;
  const columns = listedOf(register, rows ?? []);
  const close = (isChanged: boolean) => {
    setOpened(null);
    if (!isChanged) return;
    pages.reload();
    onChanged();
  };
  return (
    <section class="card stack" aria-label={t('register.rows')}>
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
        <button type="button" class="button" onClick={() => setOpened('new')}>
          <Icon node={Plus} /> {t('register.addRow')}
        </button>
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
        <ScrollArea label={t('register.rows')} isBusy={pages.isLoading}>
          <table class="table">
            <thead>
              <tr>
                {columns.map(({ key, title }) => (
                  <th key={key} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">{t('register.standing')}</th>
                <th scope="col">{t('register.edit')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <RowLine
                  key={row.id}
                  register={register}
                  columns={columns}
                  row={row}
                  onOpen={() => setOpened(row)}
                />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {pages.hasMore && (
        <button type="button" class="button" disabled={pages.isLoading} onClick={pages.loadMore}>
          {t(pages.isLoading ? 'app.loading' : 'register.more')}
        </button>
      )}
      {opened !== null && (
        <RowDialog register={register} row={opened === 'new' ? null : opened} onClose={close} />
      )}
    </section>
  );
}
