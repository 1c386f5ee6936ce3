// The head of a screen: its name, one sentence on what it is for, and its main acts.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';

interface WorkHeadProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Also names the tab after the screen. */
export function WorkHead({ title, lead, children }: WorkHeadProps) {
  useEffect(() => {
    document.title = t('app.titleOf', { place: title });
  }, [title]);
  return (
    <header class="work-head">
      <div class="work-head-words">
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {children}
    </header>
  );
}
