// What changed between two versions, red-lined: taken out struck through, put in underlined, both also in a word.
import type { ChangeBlock, RecordChanges } from '#shared/changes/changes-file.ts';
import type { Stretch } from '#shared/changes/diff-words.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { changesSummary } from './changes-summary.ts';
import { Sheet } from './sheet.tsx';

function Removed({ text }: { text: string }) {
  return (
    <del class="redline__removed">
      <span class="redline__mark">{t('changes.removedMark')}</span>
      {text}
    </del>
  );
}

function Added({ text }: { text: string }) {
  return (
    <ins class="redline__added">
      <span class="redline__mark">{t('changes.addedMark')}</span>
      {text}
    </ins>
  );
}

function StretchText({ stretch: { type, text } }: { stretch: Stretch }) {
  if (type === 'keep') return <>{text}</>;
  return type === 'remove' ? <Removed text={text} /> : <Added text={text} />;
}

function Block({ block }: { block: ChangeBlock }) {
  if (block.type === 'same') {
    return (
      <div class="redline__same">
        <p class="redline__fold">{t('changes.same', { count: formatCount(block.count) })}</p>
        {block.last && <p lang="zh-CN">{block.last}</p>}
      </div>
    );
  }
  return (
    <p class="redline__block" lang="zh-CN">
      {block.type === 'removed' && <Removed text={block.text} />}
      {block.type === 'added' && <Added text={block.text} />}
      {block.type === 'changed' &&
        block.stretches.map((stretch, index) => <StretchText key={index} stretch={stretch} />)}
    </p>
  );
}

export function ChangesSheet({ changes, onClose }: { changes: RecordChanges; onClose: () => void }) {
  const { before, after, blocks } = changes;
  return (
    <Sheet title={t('changes.title')} onClose={onClose} class="sheet--changes">
      <p class="redline__dates">
        {before.date && before.date !== after.date && t('changes.before', { date: formatDate(before.date) })}
        {before.date && after.date && before.date !== after.date && <span aria-hidden="true"> → </span>}
        {after.date && t('changes.after', { date: formatDate(after.date) })}
      </p>
      <p class="redline__summary figures">{changesSummary(changes)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section class="sheet__scroll redline" tabIndex={0} aria-label={t('changes.text')}>
        {blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
        {blocks.length === 0 && <p class="body__note">{t('changes.tooMuch')}</p>}
      </section>
    </Sheet>
  );
}
