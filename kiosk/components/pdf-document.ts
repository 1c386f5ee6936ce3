// Opens a PDF with the viewer's own library, all of whose files come from the terminal itself.
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Tables for Chinese encodings, standard fonts and image decoders, beside the kiosk's own files. */
const filesUrl = '/pdfjs/';

/**
 * The document in `file`. Throws what the library throws for a broken or locked one; one nobody waits for any
 * more is closed again.
 */
export async function openPdf(file: Blob, cancel: AbortSignal): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerSrc = workerUrl;
  const data = new Uint8Array(await file.arrayBuffer());
  const opening = getDocument({
    data,
    cMapUrl: `${filesUrl}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${filesUrl}standard_fonts/`,
    wasmUrl: `${filesUrl}wasm/`,
    iccUrl: `${filesUrl}iccs/`,
    enableXfa: false,
    stopAtErrors: false,
  });
  cancel.addEventListener('abort', () => void opening.destroy(), { once: true });
  return await opening.promise;
}

/** One page drawn into a canvas `cssWidth` pixels wide, sharp for this screen. Cancelled by the signal. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  cssWidth: number,
  cancel: AbortSignal,
): Promise<void> {
  const page = await document.getPage(number);
  if (cancel.aborted) return;
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min((cssWidth * devicePixelRatio) / natural.width, mostScale(natural));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  cancel.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
  // What the page needed to be drawn is not kept: a document of a thousand pages is read one by one.
  page.cleanup();
}

/** A canvas beyond this many pixels costs more memory than a terminal has to spare. */
const mostPixels = 24_000_000;

function mostScale({ width, height }: { width: number; height: number }): number {
  return Math.sqrt(mostPixels / (width * height));
}

/** The words of a page, for people who cannot see it. */
export async function pageText(document: PDFDocumentProxy, number: number): Promise<string> {
  const content = await (await document.getPage(number)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
