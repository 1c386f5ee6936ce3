// What changed between two versions, red-lined: taken out struck through, put in underlined, both also in a word.
import type { ParagraphChange } from '#shared/changes/diff-paragraphs.ts';
import type { Stretch } from '#shared/changes/diff-words.ts';
import { formatCount, t } from '../i18n/index.ts';
import { contentLabel } from '../state/content-words.ts';
import type { VersionChanges } from '../state/version-changes.ts';

function Removed({ text }: { readonly text: string }) {
  return (
    <del class="redline-removed">
      <span class="redline-mark">{t('redline.removedMark')}</span>
      {text}
    </del>
  );
}

function Added({ text }: { readonly text: string }) {
  return (
    <ins class="redline-added">
      <span class="redline-mark">{t('redline.addedMark')}</span>
      {text}
    </ins>
  );
}

/** One piece of text with what went and what came. */
export function Stretches({ stretches }: { readonly stretches: readonly Stretch[] }) {
  return (
    <>
      {stretches.map(({ type, text }, index) => {
        if (type === 'keep') return <span key={index}>{text}</span>;
        return type === 'remove' ? <Removed key={index} text={text} /> : <Added key={index} text={text} />;
      })}
    </>
  );
}

/** Of unchanged paragraphs so many are shown on each side of a change, for finding one's place. */
const shownAround = 1;

function Same({
  paragraphs,
  isFirst,
  isLast,
}: {
  paragraphs: readonly string[];
  isFirst: boolean;
  isLast: boolean;
}) {
  const head = isFirst ? [] : paragraphs.slice(0, shownAround);
  const tail = isLast ? [] : paragraphs.slice(Math.max(head.length, paragraphs.length - shownAround));
  const hidden = paragraphs.length - head.length - tail.length;
  const lines = (some: readonly string[]) => some.map((text, index) => <p key={index}>{text}</p>);
  return (
    <div class="redline-same">
      {lines(head)}
      {hidden > 0 && <p class="redline-fold">{t('redline.same', { count: formatCount(hidden) })}</p>}
      {lines(tail)}
    </div>
  );
}

function Passage({
  change,
  isFirst,
  isLast,
}: {
  change: ParagraphChange;
  isFirst: boolean;
  isLast: boolean;
}) {
  if (change.type === 'same')
    return <Same paragraphs={change.paragraphs} isFirst={isFirst} isLast={isLast} />;
  return (
    <p class="redline-block">
      {change.type === 'removed' && <Removed text={change.text} />}
      {change.type === 'added' && <Added text={change.text} />}
      {change.type === 'changed' && <Stretches stretches={change.stretches} />}
    </p>
  );
}

/** How much changed, in one line. */
export function redlineSummary({ fields, counts }: VersionChanges): string {
  const { added, removed, changed } = counts;
  const parts = [
    fields.length > 0 && t('redline.fields', { count: formatCount(fields.length) }),
    added > 0 && t('redline.added', { count: formatCount(added) }),
    removed > 0 && t('redline.removed', { count: formatCount(removed) }),
    changed > 0 && t('redline.changed', { count: formatCount(changed) }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('redline.none') : parts.join(t('redline.comma'));
}

export function Redline({ changes }: { readonly changes: VersionChanges }) {
  const { fields, passages } = changes;
  return (
    <div class="redline stack">
      <p class="redline-summary">{redlineSummary(changes)}</p>
      {fields.length > 0 && (
        <dl class="redline-fields">
          {fields.map(({ field, stretches }) => (
            <div key={field}>
              <dt>{contentLabel(field)}</dt>
              <dd>
                <Stretches stretches={stretches} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {passages.length > 0 && (
        <section class="redline-text" aria-label={t('redline.text')}>
          {passages.map((change, index) => (
            <Passage
              key={index}
              change={change}
              isFirst={index === 0}
              isLast={index === passages.length - 1}
            />
          ))}
        </section>
      )}
    </div>
  );
}
