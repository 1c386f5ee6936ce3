// Reads a PDF page by page: large buttons to turn and to zoom, and a pad that goes to any page.
import { ChevronLeft, ChevronRight, FileX2 } from 'lucide';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { Icon } from './icon.tsx';
import { NumberPad } from './number-pad.tsx';
import { openPdf } from './pdf-document.ts';
import { PdfPage } from './pdf-page.tsx';
import { Sheet } from './sheet.tsx';
import { Skeleton } from './skeleton.tsx';
import { StatePanel } from './state-panel.tsx';
import { useZoom, type Zoom, ZoomButtons } from './zoom.tsx';

interface PageBarProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
  readonly onJump: () => void;
  readonly zoom: Zoom;
}

function PageBar({ page, pages, onTurn, onJump, zoom }: PageBarProps) {
  return (
    <div class="viewer__bar" role="toolbar" aria-label={t('pdf.toolbar')}>
      <button type="button" class="button" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        <Icon node={ChevronLeft} />
        {t('pdf.previous')}
      </button>
      <button type="button" class="button viewer__position figures" disabled={pages < 2} onClick={onJump}>
        <span aria-live="polite">{t('pdf.position', { page, pages })}</span>
      </button>
      <button type="button" class="button" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t('pdf.next')}
        <Icon node={ChevronRight} />
      </button>
      <ZoomButtons zoom={zoom} />
    </div>
  );
}

interface PageSheetProps {
  readonly pages: number;
  readonly onTurn: (page: number) => void;
  readonly onClose: () => void;
}

function PageSheet({ pages, onTurn, onClose }: PageSheetProps) {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const placesAt = (typed: string) => {
    const page = Number(typed);
    if (page < 1 || page > pages) return [];
    const go = () => {
      onTurn(page);
      onClose();
    };
    return [{ label: t('pdf.goTo', { page }), go }];
  };
  return (
    <Sheet title={t('pdf.jump')} onClose={onClose}>
      <NumberPad
        title={t('pdf.jump')}
        around={[t('pdf.before'), t('pdf.after')]}
        hint={t('pdf.jumpHint', { pages })}
        numbers={numbers}
        placesAt={placesAt}
      />
    </Sheet>
  );
}

function OpenPdf({ document }: { document: PDFDocumentProxy }) {
  const [page, setPage] = useState(1);
  const [isJumping, setIsJumping] = useState(false);
  const zoom = useZoom();
  useEffect(() => () => void document.loadingTask.destroy(), [document]);
  return (
    <div class="viewer">
      <PageBar
        page={page}
        pages={document.numPages}
        onTurn={setPage}
        onJump={() => setIsJumping(true)}
        zoom={zoom}
      />
      <PdfPage document={document} page={page} zoom={zoom.level} />
      {isJumping && (
        <PageSheet pages={document.numPages} onTurn={setPage} onClose={() => setIsJumping(false)} />
      )}
    </div>
  );
}

export function PdfView({ file }: { file: Blob }) {
  const opened = useLoaded(`pdf ${file.size}`, (signal) => openPdf(file, signal), { isFresh: true });
  if (opened.value) return <OpenPdf document={opened.value} />;
  if (opened.state === 'loading') return <Skeleton lines={8} shape="text" />;
  return <StatePanel icon={FileX2} title={t('attachment.missing')} line={t('attachment.takeLine')} />;
}
