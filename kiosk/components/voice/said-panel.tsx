// Thanks for a wish or an opinion, with the way back and the ways on.
import { Check } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/translate.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { useEngine } from '../../state/engine-context.ts';
import { type Said, takeBack } from '../../state/voice.ts';
import { StatePanel } from '../state-panel.tsx';

interface SaidPanelProps {
  readonly item: Said;
  readonly title: string;
  readonly line: string;
  readonly again?: { readonly words: string; readonly onClick: () => void };
}

export function SaidPanel({ item, title, line, again }: SaidPanelProps) {
  const engine = useEngine();
  const [outcome, setOutcome] = useState<string | null>(null);
  const undo = () =>
    takeBack(engine, item).then(
      (isBack) => setOutcome(voiceWords(isBack ? 'takenBack' : 'alreadySent')),
      () => setOutcome(voiceWords('notKept')),
    );
  return (
    <div role="status">
      <StatePanel icon={Check} title={outcome ?? title} {...(outcome === null ? { line } : {})}>
        <div class="state__actions">
          {outcome === null && (
            <button type="button" class="button" onClick={undo}>
              {voiceWords('takeBack')}
            </button>
          )}
          {again && (
            <button type="button" class="button" onClick={again.onClick}>
              {again.words}
            </button>
          )}
          <a class="button button--primary" href="/">
            {t('state.home')}
          </a>
        </div>
      </StatePanel>
    </div>
  );
}
