// Says that the form holds words typed before, which were never saved, and how to be rid of them.
import { History } from 'lucide';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

export function RestoredNotice({ onDiscard }: { readonly onDiscard: () => void }) {
  return (
    <div class="notice notice-warn" role="status">
      <Icon node={History} />
      <div class="row">
        <p>{t('editor.restored')}</p>
        <button type="button" class="button" onClick={onDiscard}>
          {t('editor.discard')}
        </button>
      </div>
    </div>
  );
}
