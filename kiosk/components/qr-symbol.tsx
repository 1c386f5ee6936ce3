// A QR code for phones held at arm's length: whole pixels per module, full quiet zone, dark on light.

import { useMemo } from 'preact/hooks';
import { create } from 'qrcode';
import { t } from '../i18n/translate.ts';
import { calibratedPxPerMm, pxPerMmOf, viewport } from '../state/screen-units.ts';

/** Light modules around the symbol (ISO/IEC 18004). */
const quietModules = 4;
/** The symbol without its quiet zone is at least this wide (domain: 60 mm at 0.6 m). */
const smallestMm = 60;
const smallestModulePx = 4;
/** Where the window has room, modules are this wide: symbols of many are scanned out of focus. */
const comfortableModulePx = 6;
/** At most this much of the window's short side is one symbol. */
const largestShare = 0.64;
/** Up to version 10, which holds this many characters at level Q, a symbol stays easy to scan. */
const largestShortVersion = 10;
const longestShortText = 221;
/** What fits version 20 at level M in byte mode; more would be too fine to scan from a screen. */
export const longestQrText = 660;

/** Dark modules as one path, each run of a row a rectangle one module high. */
function darkPath(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      let end = column;
      while (end < size && isDark(row, end)) end += 1;
      path += `M${column + quietModules} ${row + quietModules}h${end - column}v1h${column - end}z`;
      column = end;
    }
  }
  return path;
}

/** Level Q survives a lamp's reflection that level M does not, as long as it costs few modules. */
function encoded(text: string) {
  const isShort = text.length <= longestShortText;
  const strong = isShort ? create(text, { errorCorrectionLevel: 'Q' }) : null;
  if (strong !== null && strong.version <= largestShortVersion) return strong;
  return create(text, { errorCorrectionLevel: 'M' });
}

function drawn(text: string): { size: number; path: string } {
  const { modules } = encoded(text);
  return {
    size: modules.size,
    path: darkPath(modules.size, (row, column) => modules.get(row, column) === 1),
  };
}

function modulePxOf(size: number): number {
  const shortSide = Math.min(viewport.value.width, viewport.value.height);
  const pxPerMm = pxPerMmOf(viewport.value, calibratedPxPerMm.value);
  const room = Math.floor((shortSide * largestShare) / (size + quietModules * 2));
  const comfortable = room >= comfortableModulePx ? comfortableModulePx : smallestModulePx;
  const width = Math.max(comfortable, Math.ceil((smallestMm * pxPerMm) / size));
  // Readers set their threshold in squares of eight pixels: one that is exactly a module shows them no contrast.
  return width % 8 === 0 ? width + 1 : width;
}

interface QrSymbolProps {
  readonly text: string;
  /** What the image is called for people who cannot see it; the text itself unless told. */
  readonly name?: string;
}

/** Draws `text`, at most `longestQrText` bytes of it, at error correction level Q where that stays small, else M. */
export function QrSymbol({ text, name = text }: QrSymbolProps) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  const whole = size + quietModules * 2;
  const width = whole * modulePxOf(size);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={t('qr.image', { address: name })}
      width={width}
      height={width}
      viewBox={`0 0 ${whole} ${whole}`}
      shape-rendering="crispEdges"
    >
      <rect class="qr__light" width={whole} height={whole} />
      <path class="qr__dark" d={path} />
    </svg>
  );
}
