// Shows a link once: to copy, or to scan with the telephone of whoever it is for.
import { useEffect, useRef } from 'preact/hooks';
import type { IssuedLink } from '#shared/protocol/accounts-api.ts';
import { formatTime, t } from '../i18n/index.ts';
import { CopyButton } from './copy-button.tsx';
import { QrCode } from './qr-code.tsx';

interface AccountLinkDialogProps {
  readonly issued: IssuedLink;
  readonly onClose: () => void;
}

export function AccountLinkDialog({ issued, onClose }: AccountLinkDialogProps) {
  const { account, token, kind, expiresAt } = issued;
  const element = useRef<HTMLDialogElement>(null);
  const shown = useRef<HTMLElement>(null);
  useEffect(() => element.current?.showModal(), []);
  const address = `${location.origin}/admin/invite#${token}`;
  return (
    <dialog ref={element} class="dialog" aria-labelledby="account-link-title" onClose={onClose}>
      <div class="stack">
        <h2 id="account-link-title">{t('accounts.linkTitle', { name: account.displayName })}</h2>
        <p>{t(`accounts.linkLead.${kind}`, { until: formatTime(expiresAt) })}</p>
        <div class="scan">
          <QrCode text={address} name={t('accounts.linkQr', { address })} />
          <p>
            <span class="secondary">{t('accounts.link')}</span>
            <br />
            <code class="account-link" ref={shown}>
              {address}
            </code>
          </p>
        </div>
        <div class="dialog-acts">
          <CopyButton text={address} label={t('accounts.linkCopy')} source={shown} />
          <button type="button" class="button button-primary" onClick={() => element.current?.close()}>
            {t('accounts.linkDone')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
