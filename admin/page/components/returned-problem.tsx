// Why single sign-on led the browser back without a session: the code in the address, in words.
import { CircleAlert } from 'lucide';
import { deskLanguage, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Icon } from './icon.tsx';

/** Only codes of accounts: nobody else may put words on this page by an address. */
function codeInAddress(): string | null {
  const code = new URLSearchParams(location.search).get('problem') ?? '';
  return /^accounts\.[a-z-]{1,40}$/.test(code) ? code : null;
}

/** The words of errors are fetched when there is one: the door opens without them. */
async function describe(code: string | null, language: 'zh-CN' | 'en'): Promise<string | null> {
  if (code === null) return null;
  const { describeError } = await import('#shared/errors/describe-error.ts');
  // A code there is no message for gets that of `internal`.
  return describeError(code as Parameters<typeof describeError>[0], {}, language);
}

export function ReturnedProblem() {
  const code = codeInAddress();
  const { value } = useLoaded(() => describe(code, deskLanguage.value), [code, deskLanguage.value]);
  if (code === null || value === null) return null;
  return (
    <div class="notice notice-problem" role="alert">
      <Icon node={CircleAlert} />
      <p>
        {value}
        <span class="secondary">
          {' '}
          （{t('app.code')} <code>{code}</code>）
        </span>
      </p>
    </div>
  );
}
