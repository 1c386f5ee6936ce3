// Opens a PDF for reading its text: nothing of it is drawn, and nothing in it is run.
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Its task; destroy it when done. pdf.js takes the bytes over, so it is given a copy. */
export function openPdf(bytes: Uint8Array, more: { readonly maxImageSize?: number } = {}) {
  const folder = new URL('./', import.meta.resolve('pdfjs-dist/package.json'));
  return getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: fileURLToPath(new URL('cmaps/', folder)),
    cMapPacked: true,
    standardFontDataUrl: fileURLToPath(new URL('standard_fonts/', folder)),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    ...more,
  });
}
