// One total row of a register: where it stands, its figures, and what they should come to.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import type { RegisterRow, TotalLine, TotalSums } from '#shared/protocol/registers-api.ts';
import { titleColumn } from '#shared/registers/register-definition.ts';
import { t } from '../i18n/index.ts';
import { isFigure } from '../state/edit-definition.ts';
import { noSums, removeTotal, saveTotal, type TotalDraft, useTotalSums } from '../state/register-totals.ts';
import type { OpenedRegister } from '../state/registers.ts';
import { useSaving } from '../state/saving.ts';
import { useConfirm } from './confirm.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { SelectField, TextField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

interface TotalDialogProps {
  readonly register: OpenedRegister;
  /** Null for a new one. */
  readonly total: TotalLine | null;
  /** The rows it can be put behind. */
  readonly rows: readonly RegisterRow[];
  readonly onClose: (isChanged: boolean) => void;
}

const [stays, first] = ['stay', 'first'];

/** The name, the figures, and whatever else the total says already. */
function columnsOf({ definition }: OpenedRegister, total: TotalLine | null): readonly RegisterColumn[] {
  const title = titleColumn(definition);
  return definition.columns.filter(
    (column) => column === title || isFigure(column.type) || (total?.cells[column.key] ?? '') !== '',
  );
}

function sumHint(column: RegisterColumn, text: string, { sums }: TotalSums): string {
  const sum = sums.find((one) => one.column === column.key);
  if (sum === undefined) return '';
  const added = `${sum.added}${column.unit ?? ''}`;
  if (text === '') return t('register.total.comesTo', { added });
  return sum.isWrong ? t('register.total.differs', { added }) : t('register.total.agrees');
}

function placesOf({ register, total, rows }: TotalDialogProps): (readonly [string, string])[] {
  const title = titleColumn(register.definition).key;
  return [
    [stays, t(total === null ? 'register.total.place.last' : 'register.total.place.stay')],
    [first, t('register.total.place.first')],
    ...rows
      .filter(({ standing }) => standing !== 'removed')
      .map(({ id, cells }) => {
        const name = (cells[title] ?? '').trim() || '—';
        return [id, t('register.total.place.after', { title: name })] as const;
      }),
  ];
}

function TotalFields(
  props: TotalDialogProps & {
    readonly draft: TotalDraft;
    readonly sums: TotalSums;
    readonly onDraft: (draft: TotalDraft) => void;
  },
) {
  const { register, total, draft, sums, onDraft } = props;
  const place = draft.after === undefined ? stays : draft.after === '' ? first : draft.after;
  const afterOf = (value: string) => (value === stays ? undefined : value === first ? '' : value);
  return (
    <div class="form-grid">
      {columnsOf(register, total).map((column) => {
        const text = draft.cells[column.key] ?? '';
        return (
          <TextField
            key={column.key}
            label={column.unit === null ? column.title : `${column.title}（${column.unit}）`}
            isRequired={column === titleColumn(register.definition)}
            maxLength={5000}
            hint={sumHint(column, text, sums)}
            isHintWarning={sums.sums.some((sum) => sum.column === column.key && sum.isWrong)}
            value={text}
            onChange={(next) => onDraft({ ...draft, cells: { ...draft.cells, [column.key]: next ?? '' } })}
          />
        );
      })}
      <SelectField
        label={t('register.total.place')}
        value={place}
        options={placesOf(props)}
        onChange={(value) => onDraft({ ...draft, after: afterOf(value) })}
      />
    </div>
  );
}

export function TotalDialog(props: TotalDialogProps) {
  const { register, total, onClose } = props;
  const element = useRef<HTMLDialogElement>(null);
  const isChanged = useRef(false);
  const title = titleColumn(register.definition).key;
  const [draft, setDraft] = useState<TotalDraft>({
    after: undefined,
    cells: total?.cells ?? { [title]: '合计' },
  });
  const sums = useTotalSums(register.id, total, draft).value ?? noSums;
  const saving = useSaving();
  const confirm = useConfirm();
  useEffect(() => element.current?.showModal(), []);
  const finish = async (act: () => Promise<unknown>) => {
    isChanged.current = await saving.save(act);
    if (isChanged.current) element.current?.close();
  };
  const fill = () => {
    const figures = Object.fromEntries(sums.sums.map(({ column, added }) => [column, added]));
    setDraft({ ...draft, cells: { ...draft.cells, ...figures } });
  };
  const remove = async () => {
    if (total === null) return;
    const question = t('register.total.removeAsk', { title: total.cells[title] ?? '' });
    if (await confirm.ask(question, t('register.total.remove')))
      await finish(() => removeTotal(register.id, total));
  };
  return (
    <dialog
      ref={element}
      class="dialog dialog-wide"
      aria-labelledby="total-title"
      onClose={(event) => event.target === element.current && onClose(isChanged.current)}
    >
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void finish(() => saveTotal(register.id, total, draft));
        }}
      >
        <h2 id="total-title">{t(total === null ? 'register.total.add' : 'register.total.edit')}</h2>
        <p class="secondary">{t('register.total.lead')}</p>
        <TotalFields {...props} draft={draft} sums={sums} onDraft={setDraft} />
        <SaveOutcome saving={saving} />
        <DialogFoot act={t('app.save')} isDisabled={saving.isBusy} onCancel={() => element.current?.close()}>
          {total !== null && (
            <button type="button" class="button button-danger" disabled={saving.isBusy} onClick={remove}>
              {t('register.total.remove')}
            </button>
          )}
          <button type="button" class="button" disabled={sums.sums.length === 0} onClick={fill}>
            {t('register.total.fill')}
          </button>
        </DialogFoot>
      </form>
      {confirm.dialog}
    </dialog>
  );
}
