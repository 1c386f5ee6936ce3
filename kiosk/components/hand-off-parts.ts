// The sheets with a QR code; the code that draws one is fetched with the first of them.
import { lazyPart } from './lazy-part.tsx';

export const LazyQrSheet = lazyPart(async () => (await import('./qr-sheet.tsx')).QrSheet);
export const LazyLinkSheet = lazyPart(async () => (await import('./link-sheet.tsx')).LinkSheet);
