// Why single sign-on led the browser back without a session: the code in the address, in words.
import { CircleAlert } from 'lucide';
import type { ErrorCode } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { deskLanguage, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

/** Only codes of accounts: nobody else may put words on this page by an address. */
function codeInAddress(): string | null {
  const code = new URLSearchParams(location.search).get('problem') ?? '';
  return /^accounts\.[a-z-]{1,40}$/.test(code) ? code : null;
}

export function ReturnedProblem() {
  const code = codeInAddress();
  if (code === null) return null;
  // A code there is no message for gets that of `internal`.
  const words = describeError(code as ErrorCode, {}, deskLanguage.value);
  return (
    <div class="notice notice-problem" role="alert">
      <Icon node={CircleAlert} />
      <p>
        {words}
        <span class="secondary">
          {' '}
          （{t('app.code')} <code>{code}</code>）
        </span>
      </p>
    </div>
  );
}
