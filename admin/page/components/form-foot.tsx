// The end of a form in a card: the act it is there for, and the way out.
import { t } from '../i18n/index.ts';

interface FormFootProps {
  /** The act's words. */
  readonly act: string;
  readonly isDisabled: boolean;
  readonly onCancel: () => void;
}

export function FormFoot({ act, isDisabled, onCancel }: FormFootProps) {
  return (
    <div class="row">
      <button type="submit" class="button button-primary" disabled={isDisabled}>
        {act}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t('app.cancel')}
      </button>
    </div>
  );
}
