// Shows where a link of a text leads, for the visitor's phone: the terminal itself never goes there.
import { t } from '../i18n/translate.ts';
import { longestQrText, QrSymbol } from './qr-symbol.tsx';
import { Sheet } from './sheet.tsx';

/** `address` is an http(s), tel or mailto address. */
export function LinkSheet({ address, onClose }: { address: string; onClose: () => void }) {
  const isPhone = address.startsWith('tel:');
  const fits = new TextEncoder().encode(address).length <= longestQrText;
  return (
    <Sheet title={isPhone ? t('qr.phoneTitle') : t('qr.linkTitle')} onClose={onClose} class="sheet--qr">
      <div class="handoff">
        {fits && (
          <div class="handoff__code">
            <QrSymbol text={address} />
          </div>
        )}
        <div class="handoff__words">
          <p class="handoff__address">{address.replace(/^(tel|mailto):/, '')}</p>
          {!isPhone && <p class="handoff__hint">{fits ? t('qr.linkHint') : t('qr.linkTooLong')}</p>}
        </div>
      </div>
    </Sheet>
  );
}
