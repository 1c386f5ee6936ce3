// The convenience card shown before it is printed: what comes out of the printer, and the button that lets it.
import { Printer as PrinterIcon } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { printCard } from '../state/print-card.ts';
import type { Printer } from '../state/printer.ts';
import { useColumns } from '../state/use-register.ts';
import { noteVisit } from '../state/visit-notes.ts';
import { ConvenienceCard } from './convenience-card.tsx';
import { Icon } from './icon.tsx';
import { Sheet } from './sheet.tsx';

/** Nobody needs more, and a roll of paper is not a toy. */
const mostCopies = 2;

interface PrintSheetProps {
  readonly record: CatalogueRecord;
  readonly paper: Exclude<Printer, 'none'>;
  readonly onClose: () => void;
}

export function PrintSheet({ record, paper, onClose }: PrintSheetProps) {
  const manifest = useEngine().manifest.value;
  const [copies, setCopies] = useState(0);
  const clear = useRef(() => {});
  const columns = useColumns(record);
  const card = <ConvenienceCard record={record} manifest={manifest} columns={columns} paper={paper} />;
  const print = () => {
    setCopies(copies + 1);
    noteVisit('handed.print');
    clear.current();
    clear.current = printCard(card, paper);
  };
  useEffect(() => () => clear.current(), []);
  return (
    <Sheet title={t('print.title')} onClose={onClose} class="sheet--print">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section class="sheet__scroll card-preview" tabIndex={0} aria-label={t('print.preview')}>
        <div class={`card-preview__paper card-preview__paper--${paper}`}>{card}</div>
      </section>
      <div class="sheet__foot">
        <p class="sheet__note" role="status">
          {copies > 0 ? t('print.sent') : t(`print.paper.${paper}`)}
        </p>
        <button
          type="button"
          class="button button--primary button--large"
          disabled={copies >= mostCopies}
          onClick={print}
        >
          <Icon node={PrinterIcon} />
          {t(copies > 0 ? 'print.again' : 'print.print')}
        </button>
      </div>
    </Sheet>
  );
}
