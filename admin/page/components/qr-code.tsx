// A QR code for a telephone held to this screen; what draws it is fetched when the first one is shown.
import { useLoaded } from '../state/loaded.ts';

/** Light modules around the symbol (ISO/IEC 18004). */
const quietModules = 4;

/** Dark modules as one path, each a square of its own. */
async function draw(text: string): Promise<{ readonly size: number; readonly path: string }> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const places = [...modules.data.keys()].filter((place) => modules.data[place] === 1);
  const path = places.map((place) => {
    const row = Math.floor(place / modules.size) + quietModules;
    return `M${(place % modules.size) + quietModules} ${row}h1v1h-1z`;
  });
  return { size: modules.size + quietModules * 2, path: path.join('') };
}

interface QrCodeProps {
  readonly text: string;
  /** What it is called for people who cannot see it. */
  readonly name: string;
}

export function QrCode({ text, name }: QrCodeProps) {
  const { value } = useLoaded(() => draw(text), [text]);
  if (value === null) return <div class="qr-code skeleton" aria-hidden="true" />;
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={name}
      viewBox={`0 0 ${value.size} ${value.size}`}
      shape-rendering="crispEdges"
    >
      <rect width={value.size} height={value.size} fill="#fff" />
      <path d={value.path} fill="#000" />
    </svg>
  );
}
