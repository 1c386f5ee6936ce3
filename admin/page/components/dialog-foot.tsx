// The end of a form in a dialog: the way out, and the act it is there for.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/index.ts';

interface DialogFootProps {
  /** The act's words. */
  readonly act: string;
  readonly isDisabled: boolean;
  readonly onCancel: () => void;
  /** What else can be done, before both. */
  readonly children?: ComponentChildren;
}

export function DialogFoot({ act, isDisabled, onCancel, children }: DialogFootProps) {
  return (
    <div class="dialog-acts">
      {children}
      <button type="button" class="button" onClick={onCancel}>
        {t('app.cancel')}
      </button>
      <button type="submit" class="button button-primary" disabled={isDisabled}>
        {act}
      </button>
    </div>
  );
}
