// Someone else saved the record meanwhile: what was merged by itself, and a choice for what both of you changed.
import { GitMerge } from 'lucide';
import { diffWords, type Stretch } from '#shared/changes/diff-words.ts';
import { t } from '../i18n/index.ts';
import { contentLabel, contentWords } from '../state/content-words.ts';
import { type ContentField, canJoin, joinField } from '../state/merge-drafts.ts';
import type { RecordDraftState } from '../state/record-draft.ts';
import { isSameValue } from '../state/same-value.ts';
import { Icon } from './icon.tsx';
import { Stretches } from './redline.tsx';

const sides = ['mine', 'theirs'] as const;
type Side = (typeof sides)[number];
type Overtaken = NonNullable<RecordDraftState['overtaken']>;

/** Long texts side by side show what differs; the whole text is in the form below. */
const comparedCharacters = 4000;

function sideStretches(overtaken: Overtaken, field: ContentField, side: Side): readonly Stretch[] {
  const words = (one: Side) => contentWords(field, overtaken[one], comparedCharacters);
  const other = side === 'mine' ? 'theirs' : 'mine';
  // Each side shows its own words, with what the other one does not have marked as put in.
  return diffWords(words(other), words(side)).filter(({ type }) => type !== 'remove');
}

/** Which of the choices the form holds now; null once somebody wrote something else into the field. */
function heldSide({ overtaken, content }: RecordDraftState, field: ContentField): Side | 'both' | null {
  if (!overtaken) return null;
  const { mine, theirs } = overtaken;
  if (isSameValue(content[field], theirs[field])) return 'theirs';
  if (isSameValue(content[field], mine[field])) return 'mine';
  return canJoin(field) && isSameValue(content[field], joinField(field, mine, theirs)[field]) ? 'both' : null;
}

function ClashRow({ draft, field }: { readonly draft: RecordDraftState; readonly field: ContentField }) {
  const { overtaken, choose } = draft;
  if (!overtaken) return null;
  const held = heldSide(draft, field);
  const radio = (whose: Side | 'both') => ({
    type: 'radio' as const,
    class: 'check',
    name: `clash-${field}`,
    checked: held === whose,
    onChange: () => choose(field, whose),
  });
  return (
    <fieldset class="clash">
      <legend>{contentLabel(field)}</legend>
      {sides.map((side) => {
        const stretches = sideStretches(overtaken, field, side);
        return (
          <label key={side} class="clash-side">
            <input {...radio(side)} />
            <span class="clash-whose">{t(`overtaken.${side}`, { by: overtaken.by })}</span>
            <span class="clash-words">
              {stretches.length === 0 ? t('overtaken.nothing') : <Stretches stretches={stretches} />}
            </span>
          </label>
        );
      })}
      {canJoin(field) && (
        <label class="clash-side clash-both">
          <input {...radio('both')} />
          <span class="clash-whose">{t('overtaken.both')}</span>
        </label>
      )}
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
