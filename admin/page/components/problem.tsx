// A failed request in words: what happened, what to do, and the code for the administrator.
import { CircleAlert } from 'lucide';
import { RequestError } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

function wordsOf(error: unknown): { text: string; code: string | null } {
  if (!(error instanceof RequestError)) return { text: t('app.failed'), code: null };
  const { title, code } = error.problem;
  if (code === 'hub-unreachable') return { text: t('app.unreachable'), code: null };
  return { text: title || t('app.failed'), code };
}

export function ProblemNotice({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { text, code } = wordsOf(error);
  return (
    <div class="notice notice-problem" role="alert">
      <Icon node={CircleAlert} />
      <div class="stack">
        <p>
          {text}
          {code !== null && (
            <span class="secondary">
              {' '}
              （{t('app.code')} <code>{code}</code>）
            </span>
          )}
        </p>
        {retry && (
          <button type="button" class="button" onClick={retry}>
            {t('app.retry')}
          </button>
        )}
      </div>
    </div>
  );
}
