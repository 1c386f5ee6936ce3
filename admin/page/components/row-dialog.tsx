// One row of a register: its cells to change, how masks show them, everything it ever said.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import { type RegisterRow, registerRowSchema, rowHistorySchema } from '#shared/protocol/registers-api.ts';
import { maskCell } from '#shared/registers/mask-cell.ts';
import { titleColumn } from '#shared/registers/register-definition.ts';
import { nothing, request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import type { OpenedRegister } from '../state/registers.ts';
import { useSaving } from '../state/saving.ts';
import { useConfirm } from './confirm.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { TextField } from './fields.tsx';
import { RowVersions } from './row-versions.tsx';
import { SaveOutcome } from './save-outcome.tsx';

interface RowDialogProps {
  readonly register: OpenedRegister;
  /** Null for a new one. */
  readonly row: RegisterRow | null;
  readonly onClose: (isChanged: boolean) => void;
}

type Cells = Readonly<Record<string, string>>;

const longText = 60;

function maskHint({ mask }: RegisterColumn, text: string): string {
  if (mask === 'none' || text === '') return '';
  if (mask === 'hidden') return t('register.masked', { text: t('register.maskedAway') });
  return t('register.masked', { text: maskCell(mask, text) });
}

function CellFields({
  register,
  cells,
  onChange,
}: {
  readonly register: OpenedRegister;
  readonly cells: Cells;
  readonly onChange: (cells: Cells) => void;
}) {
  const { definition } = register;
  return (
    <div class="form-grid">
      {definition.columns.map((column) => {
        const text = cells[column.key] ?? '';
        return (
          <TextField
            key={column.key}
            label={column.unit === null ? column.title : `${column.title}（${column.unit}）`}
            isRequired={column === titleColumn(definition)}
            isLong={text.length > longText || column.type === 'steps'}
            maxLength={5000}
            hint={maskHint(column, text)}
            value={text}
            onChange={(next) => onChange({ ...cells, [column.key]: next ?? '' })}
          />
        );
      })}
    </div>
  );
}

function History({ register, row }: { readonly register: OpenedRegister; readonly row: RegisterRow }) {
  const history = useLoaded(
    (signal) => request('GET', `/registers/${register.id}/rows/${row.id}`, rowHistorySchema, { signal }),
    [row.id],
  );
  return history.value === null ? null : (
    <RowVersions columns={register.definition.columns} versions={history.value.versions} />
  );
}

export function RowDialog({ register, row, onClose }: RowDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const isChanged = useRef(false);
  const [cells, setCells] = useState<Cells>(row?.cells ?? {});
  const saving = useSaving();
  const confirm = useConfirm();
  useEffect(() => element.current?.showModal(), []);
  const rows = `/registers/${register.id}/rows`;
  const finish = async (act: () => Promise<unknown>) => {
    isChanged.current = await saving.save(act);
    if (isChanged.current) element.current?.close();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void finish(() =>
      row === null
        ? request('POST', rows, registerRowSchema, { body: { cells } })
        : request('PUT', `${rows}/${row.id}`, registerRowSchema, {
            body: { cells, baseVersion: row.version },
          }),
    );
  };
  const remove = async () => {
    if (row === null) return;
    const title = row.cells[titleColumn(register.definition).key] ?? '';
    if (!(await confirm.ask(t('register.row.removeAsk', { title }), t('register.row.remove')))) return;
    await finish(() => request('DELETE', `${rows}/${row.id}`, nothing));
  };
  return (
    <dialog
      ref={element}
      class="dialog dialog-wide"
      aria-labelledby="row-title"
      onClose={(event) => event.target === element.current && onClose(isChanged.current)}
    >
      <form class="stack" onSubmit={save}>
        <h2 id="row-title">{t(row === null ? 'register.row.add' : 'register.row.edit')}</h2>
        <CellFields register={register} cells={cells} onChange={setCells} />
        <SaveOutcome saving={saving} />
        <DialogFoot act={t('app.save')} isDisabled={saving.isBusy} onCancel={() => element.current?.close()}>
          {row !== null && row.standing !== 'removed' && (
            <button type="button" class="button button-danger" disabled={saving.isBusy} onClick={remove}>
              {t('register.row.remove')}
            </button>
          )}
        </DialogFoot>
        {row !== null && <History register={register} row={row} />}
      </form>
      {confirm.dialog}
    </dialog>
  );
}
