// Catches what a page throws while drawing: words stand in its place until the next page.
import { Component, type ComponentChildren } from 'preact';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { t } from '../i18n/translate.ts';
import { WallMessage } from './wall-message.tsx';

interface Props {
  readonly children: ComponentChildren;
  /** A fault is forgotten at the next turn. */
  readonly turn: number;
}

export class WallBoundary extends Component<Props, { error: AppError | null }> {
  override state: { error: AppError | null } = { error: null };

  override componentDidCatch(thrown: unknown): void {
    console.error(thrown);
    this.setState({ error: toAppError(thrown) });
  }

  override componentDidUpdate(before: Props): void {
    if (before.turn !== this.props.turn && this.state.error) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div class="wall wall--bare">
        <WallMessage title={t('wall.trouble')} line={t('wall.troubleLine', { code: error.code })} isWhole />
      </div>
    );
  }
}
