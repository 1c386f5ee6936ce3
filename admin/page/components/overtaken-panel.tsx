// Someone else saved the record meanwhile: what was merged by itself, and a choice for what both of you changed.
import { GitMerge } from 'lucide';
import { t } from '../i18n/index.ts';
import { contentLabel, contentWords } from '../state/content-words.ts';
import type { ContentField } from '../state/merge-drafts.ts';
import type { RecordDraftState } from '../state/record-draft.ts';
import { isSameValue } from '../state/same-value.ts';
import { Icon } from './icon.tsx';

const sides = ['mine', 'theirs'] as const;

function ClashRow({ draft, field }: { readonly draft: RecordDraftState; readonly field: ContentField }) {
  const { overtaken, content, choose } = draft;
  if (!overtaken) return null;
  const held = isSameValue(content[field], overtaken.theirs[field]) ? 'theirs' : 'mine';
  return (
    <fieldset class="clash">
      <legend>{contentLabel(field)}</legend>
      {sides.map((side) => (
        <label key={side} class="clash-side">
          <input
            type="radio"
            class="check"
            name={`clash-${field}`}
            checked={held === side}
            onChange={() => choose(field, side)}
          />
          <span class="clash-whose">{t(`overtaken.${side}`, { by: overtaken.by })}</span>
          <span class="clash-words">{contentWords(field, overtaken[side]) || t('overtaken.nothing')}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function OvertakenPanel({ draft }: { readonly draft: RecordDraftState }) {
  const { overtaken, discard } = draft;
  if (!overtaken) return null;
  const { by, version, clashes } = overtaken;
  return (
    <section class="notice notice-warn overtaken" role="alert" aria-labelledby="overtaken-title">
      <Icon node={GitMerge} />
      <div class="stack">
        <p id="overtaken-title">{t('overtaken.title', { by, version })}</p>
        {clashes.length > 0 ? <p>{t('overtaken.choose')}</p> : <p>{t('overtaken.merged')}</p>}
        {clashes.map((field) => (
          <ClashRow key={field} draft={draft} field={field} />
        ))}
        <div class="row">
          <button type="button" class="button" onClick={discard}>
            {t('overtaken.takeTheirs')}
          </button>
        </div>
      </div>
    </section>
  );
}
