// Reads symbols from what is really on the screen with two readers that know nothing of each other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import { distortions, type Raster, toPgm, toRgba } from './raster.ts';

/** A PNG as grey pixels; the browser unpacks it. */
async function unpack(page: Page, png: Buffer): Promise<Raster> {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    let grey = '';
    for (let at = 0; at < pixels.length; at += 4) grey += String.fromCharCode(pixels[at + 1] ?? 255);
    return { width: bitmap.width, height: bitmap.height, data: btoa(grey) };
  }, png.toString('base64'));
  return { width, height, grey: new Uint8Array(Buffer.from(data, 'base64')) };
}

/** What is drawn where `symbol` stands. */
export async function captureSymbol(symbol: Locator): Promise<Raster> {
  return await unpack(symbol.page(), await symbol.screenshot({ animations: 'disabled' }));
}

export function readByJsQr(raster: Raster): string | null {
  return jsQR(toRgba(raster), raster.width, raster.height)?.data ?? null;
}

/** Debian's zbarimg over all pictures in one run; null where it found nothing. */
export function readByZbar(rasters: readonly Raster[]): (string | null)[] {
  const folder = mkdtempSync(join(tmpdir(), 'mingchuang-symbols-'));
  try {
    return rasters.map((raster, at) => {
      const file = join(folder, `${at}.pgm`);
      writeFileSync(file, toPgm(raster));
      const { status, stdout, error } = spawnSync('zbarimg', ['--quiet', '--raw', '--nodbus', file]);
      if (error) throw error;
      // One line break closes every symbol.
      return status === 0 ? stdout.toString('utf8').replace(/\n$/, '') : null;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each reader made of each distortion, by `<distortion> <reader>`. */
export function readAllWays(raster: Raster): Record<string, string | null> {
  const names = Object.keys(distortions);
  const pictures = names.map((name) => distortions[name]?.(raster) ?? raster);
  const byZbar = readByZbar(pictures);
  return Object.fromEntries(
    names.flatMap((name, at) => [
      [`${name} jsQR`, readByJsQr(pictures[at] ?? raster)],
      [`${name} zbar`, byZbar[at] ?? null],
    ]),
  );
}
