// What stands around rows that are added and removed one by one: their name, a hint, what is wrong, the way to add.
import { ArrowUp, Plus, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface RowsFrameProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | null;
  /** Absent where no row may be added. */
  readonly onAdd?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

export function RowsFrame({ label, hint, fault = null, onAdd, children }: RowsFrameProps) {
  return (
    <fieldset class="field field-wide rows-field">
      <legend>{label}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children}
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {onAdd && (
        <button
          type="button"
          class="button rows-add"
          aria-label={`${label} · ${t('editor.addRow')}`}
          onClick={onAdd}
        >
          <Icon node={Plus} /> {t('editor.addRow')}
        </button>
      )}
    </fieldset>
  );
}

interface RaiseRowProps {
  readonly label: string;
  /** Counting from 1. */
  readonly row: number;
  readonly isDisabled: boolean;
  readonly onRaise: () => void;
}

/** Moves a row up by one: what is added stands last, and does not always belong there. */
export function RaiseRow({ label, row, isDisabled, onRaise }: RaiseRowProps) {
  const words = t('editor.raiseRow', { row });
  return (
    <button
      type="button"
      class="button button-quiet"
      disabled={isDisabled}
      title={words}
      aria-label={`${label} · ${words}`}
      onClick={onRaise}
    >
      <Icon node={ArrowUp} />
    </button>
  );
}

interface RemoveRowProps {
  readonly label: string;
  /** Counting from 1. */
  readonly row: number;
  readonly isDisabled?: boolean;
  readonly onRemove: () => void;
}

/** The last thing in a row: takes it away. */
export function RemoveRow({ label, row, isDisabled = false, onRemove }: RemoveRowProps) {
  return (
    <button
      type="button"
      class="button button-quiet"
      disabled={isDisabled}
      title={t('editor.removeRow', { row })}
      aria-label={`${label} · ${t('editor.removeRow', { row })}`}
      onClick={onRemove}
    >
      <Icon node={Trash2} />
    </button>
  );
}
