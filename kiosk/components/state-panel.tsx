// The drawn states: nothing here, nothing found, could not open. Each says what happened and what to do.
import { CircleAlert, type IconNode, Inbox } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { AppError } from '#shared/errors/app-error.ts';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';

interface StatePanelProps {
  readonly icon?: IconNode;
  readonly title: string;
  readonly line?: string;
  readonly children?: ComponentChildren;
  /** The title is the screen's own h1. */
  readonly isWholeScreen?: boolean;
}

export function StatePanel({ icon = Inbox, title, line, children, isWholeScreen }: StatePanelProps) {
  const Title = isWholeScreen ? 'h1' : 'h2';
  return (
    <section class="state">
      <span class="state__mark">
        <Icon node={icon} />
      </span>
      <Title class="state__title">{title}</Title>
      {line && <p class="state__line">{line}</p>}
      {children}
    </section>
  );
}

interface ErrorPanelProps {
  readonly error: AppError;
  readonly onRetry?: () => void;
  readonly isWholeScreen?: boolean;
}

/** What a visitor sees of an error: plain words, a way on, and the code for the staff. */
export function ErrorPanel({ error, onRetry, isWholeScreen }: ErrorPanelProps) {
  return (
    <StatePanel icon={CircleAlert} title={t('state.problem')} isWholeScreen={isWholeScreen ?? false}>
      <p class="state__code">{t('state.staffCode', { code: error.code })}</p>
      <div class="state__actions">
        {onRetry && (
          <button type="button" class="button button--primary" onClick={onRetry}>
            {t('state.retry')}
          </button>
        )}
        <a class="button" href="/">
          {t('state.home')}
        </a>
      </div>
    </StatePanel>
  );
}
