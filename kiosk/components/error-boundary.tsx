// Catches what a screen throws while drawing, so that a fault shows words and a way home instead of a blank.
import { CircleAlert } from 'lucide';
import { Component, type ComponentChildren } from 'preact';
import { toAppError } from '#shared/errors/app-error.ts';
import { t } from '../i18n/translate.ts';
import { StatePanel } from './state-panel.tsx';

/** Time after which the terminal goes home by itself, in milliseconds. */
const returnMs = 30_000;

interface Props {
  readonly children: ComponentChildren;
  /** Where the visitor is; a fault is forgotten when they go elsewhere. */
  readonly place: string;
  /** Called when the visitor asks for home, or after a while. */
  readonly onHome: () => void;
}

export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  private timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ error: error ?? new Error('unknown') });
    this.timer = setTimeout(() => this.props.onHome(), returnMs);
  }

  override componentDidUpdate(before: Props): void {
    if (before.place === this.props.place || this.state.error === null) return;
    clearTimeout(this.timer);
    this.setState({ error: null });
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <StatePanel icon={CircleAlert} title={t('state.crash')} line={t('state.crashLine')} isWholeScreen>
        <p class="state__code">{t('state.staffCode', { code: toAppError(this.state.error).code })}</p>
        <div class="state__actions">
          <button type="button" class="button button--primary" onClick={this.props.onHome}>
            {t('state.home')}
          </button>
        </div>
      </StatePanel>
    );
  }
}
