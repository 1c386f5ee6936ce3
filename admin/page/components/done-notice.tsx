// Says that an act went well, and takes it back while that is safe.
import { CircleCheck, Undo2 } from 'lucide';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface DoneNoticeProps {
  readonly words: string;
  readonly isBusy?: boolean;
  /** Left out for what cannot be taken back. */
  readonly onUndo?: () => void;
}

export function DoneNotice({ words, isBusy = false, onUndo }: DoneNoticeProps) {
  return (
    <div class="notice notice-good done-notice" role="status">
      <Icon node={CircleCheck} />
      <p>{words}</p>
      {onUndo && (
        <button type="button" class="button button-small" disabled={isBusy} onClick={onUndo}>
          <Icon node={Undo2} /> {t('app.undo')}
        </button>
      )}
    </div>
  );
}
