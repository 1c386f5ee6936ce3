// One page of a PDF in its frame: the old drawing stays, stretched, until the new one is sharp, then goes.
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { calibratedPxPerMm, pxPerMmOf, viewport } from '../state/screen-units.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { PanButtons } from './pan-buttons.tsx';
import { drawPage, pageText } from './pdf-document.ts';

/** Room kept free beside a page, in pixels. */
const marginPx = 24;
/** A page is drawn no wider than a standing reader takes in, unless zoomed. */
const widestPageMm = 232;

/** A canvas gives its pixels back at once, not when the collector comes by. */
function release(canvas: Element | null | undefined): void {
  if (!(canvas instanceof HTMLCanvasElement)) return;
  canvas.width = 0;
  canvas.height = 0;
  canvas.remove();
}

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly page: number;
  readonly zoom: number;
}

export function PdfPage({ document: pdf, page, zoom }: PdfPageProps) {
  const frame = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const text = useLoaded(`page text ${page}`, () => pageText(pdf, page));
  const size = viewport.value;
  useEffect(() => {
    if (!frame.current || !sheet.current) return;
    const place = sheet.current;
    const cancel = new AbortController();
    const widest = widestPageMm * pxPerMmOf(size, calibratedPxPerMm.peek());
    const width = Math.min(frame.current.clientWidth - marginPx, widest) * zoom;
    place.style.setProperty('--page-width', `${Math.round(width)}px`);
    const canvas = document.createElement('canvas');
    canvas.className = 'viewer__page';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', t('pdf.page', { page }));
    drawPage(pdf, page, canvas, width, cancel.signal).then(
      () => {
        if (cancel.signal.aborted) return release(canvas);
        release(place.firstElementChild);
        place.replaceChildren(canvas);
      },
      // A cancelled drawing rejects; the next one is already on its way.
      () => release(canvas),
    );
    return () => cancel.abort();
  }, [pdf, page, zoom, size]);
  useEffect(() => () => release(sheet.current?.firstElementChild), []);
  useEffect(() => frame.current?.scrollTo(0, 0), [page]);
  return (
    <div class="viewer__stage">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard */}
      <section ref={frame} class="viewer__frame" tabIndex={0} aria-label={t('pdf.view')}>
        <div ref={sheet} class="viewer__sheet" />
        <p class="visually-hidden" lang="zh-CN">
          {text.value}
        </p>
      </section>
      {zoom > 1 && <PanButtons frame={frame} />}
    </div>
  );
}
