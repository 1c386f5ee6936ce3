// How transfers are handled, in five sentences, folded away until somebody asks.
import { t } from '../i18n/index.ts';

const sentences = [1, 2, 3, 4, 5] as const;

export function TransferHelp() {
  return (
    <details class="transfer-help">
      <summary>{t('transfers.help')}</summary>
      <ol>
        {sentences.map((number) => (
          <li key={number}>{t(`transfers.help.${number}`)}</li>
        ))}
      </ol>
    </details>
  );
}
