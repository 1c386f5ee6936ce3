// What can be done with the record that is open, always in reach above the rail.
import { ListTree, Paperclip, Printer, Smartphone, TextSearch } from 'lucide';
import { useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { listedAttachments } from '#shared/changes/changes-file.ts';
import { t } from '../i18n/translate.ts';
import { printer } from '../state/printer.ts';
import { LazyQrSheet } from './hand-off-parts.ts';
import { Icon } from './icon.tsx';
import { lazyPart } from './lazy-part.tsx';
import { TakeToggle } from './take-toggle.tsx';

const PrintSheet = lazyPart(async () => (await import('./print-sheet.tsx')).PrintSheet);

interface ReadingDockProps {
  readonly record: CatalogueRecord;
  /** Opens the list of articles; absent when the text has none. */
  readonly onArticles?: (() => void) | undefined;
  /** Opens the bar that finds words in the text; absent where there is no text. */
  readonly onFind?: (() => void) | undefined;
  /** Goes to the attachments; absent on their own screen. */
  readonly onAttachments?: (() => void) | undefined;
}

export function ReadingDock({ record, onArticles, onFind, onAttachments }: ReadingDockProps) {
  const [isHandingOff, setIsHandingOff] = useState(false);
  const [isPrinting, setIsPrinting] = useState(false);
  const paper = printer.value;
  return (
    <fieldset class="dock" aria-label={t('record.actions')}>
      {onArticles && (
        <button type="button" class="button" onClick={onArticles}>
          <Icon node={ListTree} />
          {t('record.articles')}
        </button>
      )}
      {onFind && (
        <button type="button" class="button" onClick={onFind}>
          <Icon node={TextSearch} />
          {t('find.open')}
        </button>
      )}
      {onAttachments && listedAttachments(record).length > 0 && (
        <button type="button" class="button" onClick={onAttachments}>
          <Icon node={Paperclip} />
          {t('record.attachmentsCount', { count: listedAttachments(record).length })}
        </button>
      )}
      {paper !== 'none' && (
        <button type="button" class="button" onClick={() => setIsPrinting(true)}>
          <Icon node={Printer} />
          {t('print.open')}
        </button>
      )}
      <TakeToggle record={record} />
      <button type="button" class="button button--primary dock__main" onClick={() => setIsHandingOff(true)}>
        <Icon node={Smartphone} />
        {t('record.takeHome')}
      </button>
      {isPrinting && paper !== 'none' && (
        <PrintSheet record={record} paper={paper} onClose={() => setIsPrinting(false)} />
      )}
      {isHandingOff && <LazyQrSheet record={record} onClose={() => setIsHandingOff(false)} />}
    </fieldset>
  );
}
