// Reads a QR symbol from a picture: by the browser's own reader where it has one, else by a library fetched for it.

/** The Shape Detection API, which browsers have without the language knowing it yet. */
interface BarcodeReader {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface BarcodeReaderMaker {
  new (options: { formats: string[] }): BarcodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The text of the symbol in the picture, or null. */
export type ReadSymbol = (video: HTMLVideoElement) => Promise<string | null>;

/** Pixels along the longer side are enough for the densest symbol, and few enough for a slow phone. */
const longestSide = 960;

async function ownReader(): Promise<ReadSymbol | null> {
  const Maker = (globalThis as { BarcodeDetector?: BarcodeReaderMaker }).BarcodeDetector;
  const formats: readonly string[] = (await Maker?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Maker || !formats.includes('qr_code')) return null;
  const reader = new Maker({ formats: ['qr_code'] });
  return async (video) => (await reader.detect(video))[0]?.rawValue ?? null;
}

async function libraryReader(): Promise<ReadSymbol> {
  const { default: jsQR } = await import('jsqr');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight, 1));
    const [width, height] = [Math.floor(video.videoWidth * scale), Math.floor(video.videoHeight * scale)];
    if (!context || width === 0 || height === 0) return null;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data || null;
  };
}

export async function createReader(): Promise<ReadSymbol> {
  return (await ownReader()) ?? (await libraryReader());
}

/** Fetches the library ahead of need, so that the page goes on working when the network goes away. */
export async function prepareReader(): Promise<void> {
  if (!('BarcodeDetector' in globalThis)) await import('jsqr');
}
