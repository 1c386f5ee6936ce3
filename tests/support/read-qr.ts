// Reads a QR code from what is really on the screen: a screenshot, its pixels, an independent decoder.
import jsQR from 'jsqr';
import type { Locator } from 'playwright-core';

/** The text of the code shown in `symbol`, or null when it cannot be read. The browser unpacks the PNG. */
export async function readQrFromScreen(symbol: Locator): Promise<string | null> {
  const png = (await symbol.screenshot()).toString('base64');
  const { width, height, pixels } = await symbol.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { width: bitmap.width, height: bitmap.height, pixels: Array.from(data) };
  }, png);
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}
