// Copies a text; where the browser does not let a page copy, it selects the text so that the keyboard can.
import { Copy } from 'lucide';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** Where the text stands on the screen. */
  readonly source: RefObject<HTMLElement | null>;
}

/** The clipboard is open to secure addresses only, and a hall's hub may have none. */
async function copy(text: string, source: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (source !== null) getSelection()?.selectAllChildren(source);
    return document.execCommand('copy');
  }
}

export function CopyButton({ text, label, source }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <span class="row" role="status">
      <button type="button" class="button" onClick={async () => setCopied(await copy(text, source.current))}>
        <Icon node={Copy} /> {label}
      </button>
      {isCopied && <span class="tag tag-good">{t('accounts.linkCopied')}</span>}
    </span>
  );
}
