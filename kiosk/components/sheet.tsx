// A sheet that rises over the screen: a modal dialog with its title and one clear way to close it.
import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
}

export function Sheet({ title, onClose, children, class: className = '' }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; this is the touch beside it
    <dialog
      ref={dialog}
      class={`sheet ${className}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div class="sheet__content">
        <header class="sheet__head">
          <h2 id={titleId} class="sheet__title">
            {title}
          </h2>
          <button type="button" class="sheet__close" onClick={onClose} aria-label={t('qr.close')}>
            <Icon node={X} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
