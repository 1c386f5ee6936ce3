// Help on the screen that is open, beside it: what it is for, how it is done, which keys there are.
import { X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type MessageKey, t } from '../i18n/index.ts';
import { helpParagraphs, helpTopicOf } from '../state/help-topics.ts';
import { isCommandKey } from '../state/list-keys.ts';
import { Icon } from './icon.tsx';

const keys: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['j', 'k'], 'help.keys.move'],
  [['↓', '↑'], 'help.keys.arrows'],
  [['Enter'], 'help.keys.open'],
  [['x'], 'help.keys.tick'],
  [['Ctrl', 'S'], 'help.keys.save'],
  [['?'], 'help.keys.help'],
  [['Esc'], 'help.keys.close'],
];

/** Opens and closes the help with its key. */
export function useHelpKey(toggle: () => void): void {
  const latest = useRef(toggle);
  latest.current = toggle;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '?' || !isCommandKey(event)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

export function HelpPanel({ onClose }: { readonly onClose: () => void }) {
  const { path } = useLocation();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const topic = helpTopicOf(path);
  return (
    <aside
      class="help"
      aria-labelledby="help-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div class="help-head">
        <h2 id="help-title">{t('help.title')}</h2>
        <button
          ref={close}
          type="button"
          class="button button-quiet button-small"
          aria-label={t('help.close')}
          onClick={onClose}
        >
          <Icon node={X} />
        </button>
      </div>
      <div class="help-words">
        {helpParagraphs(t(`help.${topic}`)).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <h3>{t('help.keys')}</h3>
      <dl class="help-keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
