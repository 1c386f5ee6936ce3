// Reads a PDF page by page: one page drawn at a time, large buttons to turn and to zoom.
import { ChevronLeft, ChevronRight, FileX2 } from 'lucide';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { calibratedPxPerMm, pxPerMmOf, viewport } from '../state/screen-units.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { Icon } from './icon.tsx';
import { drawPage, openPdf, pageText } from './pdf-document.ts';
import { Skeleton } from './skeleton.tsx';
import { StatePanel } from './state-panel.tsx';
import { useZoom, type Zoom, ZoomButtons } from './zoom.tsx';

/** Room kept free beside a page, in pixels. */
const marginPx = 24;
/** A page is drawn no wider than a standing reader takes in, unless zoomed. */
const widestPageMm = 232;

function PageBar({
  page,
  pages,
  onTurn,
  zoom,
}: {
  page: number;
  pages: number;
  onTurn: (page: number) => void;
  zoom: Zoom;
}) {
  return (
    <div class="viewer__bar" role="toolbar" aria-label={t('pdf.toolbar')}>
      <button type="button" class="button" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        <Icon node={ChevronLeft} />
        {t('pdf.previous')}
      </button>
      <output class="viewer__position figures">{t('pdf.position', { page, pages })}</output>
      <button type="button" class="button" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {t('pdf.next')}
        <Icon node={ChevronRight} />
      </button>
      <ZoomButtons zoom={zoom} />
    </div>
  );
}

function Page({ document, page, zoom }: { document: PDFDocumentProxy; page: number; zoom: number }) {
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useLoaded(`page text ${page}`, () => pageText(document, page));
  const size = viewport.value;
  useEffect(() => {
    if (!frame.current || !canvas.current) return;
    const cancel = new AbortController();
    const widest = widestPageMm * pxPerMmOf(size, calibratedPxPerMm.peek());
    const fitting = Math.min(frame.current.clientWidth - marginPx, widest);
    // A cancelled drawing rejects; the next one is already on its way.
    drawPage(document, page, canvas.current, fitting * zoom, cancel.signal).catch(() => undefined);
    return () => cancel.abort();
  }, [document, page, zoom, size]);
  useEffect(() => frame.current?.scrollTo(0, 0), [page]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard
    <section ref={frame} class="viewer__frame" tabIndex={0} aria-label={t('pdf.view')}>
      <canvas ref={canvas} class="viewer__page" role="img" aria-label={t('pdf.page', { page })} />
      <p class="visually-hidden" lang="zh-CN">
        {text.value}
      </p>
    </section>
  );
}

function OpenPdf({ document }: { document: PDFDocumentProxy }) {
  const [page, setPage] = useState(1);
  const zoom = useZoom();
  useEffect(() => () => void document.loadingTask.destroy(), [document]);
  return (
    <div class="viewer">
      <PageBar page={page} pages={document.numPages} onTurn={setPage} zoom={zoom} />
      <Page document={document} page={page} zoom={zoom.level} />
    </div>
  );
}

export function PdfView({ file }: { file: Blob }) {
  const opened = useLoaded(`pdf ${file.size}`, () => openPdf(file), { isFresh: true });
  if (opened.value) return <OpenPdf document={opened.value} />;
  if (opened.state === 'loading') return <Skeleton lines={8} shape="text" />;
  return <StatePanel icon={FileX2} title={t('attachment.missing')} line={t('attachment.takeLine')} />;
}
