// A film for a browser's pretended camera, in the plainest format there is: YUV4MPEG2, grey.
import type { Raster } from './raster.ts';

/** Each picture stands for a fifth of a second, in the middle of a white frame of 640 by 640 pixels. */
export function toVideo(pictures: readonly Raster[]): Uint8Array {
  const size = 640;
  const head = `YUV4MPEG2 W${size} H${size} F5:1 Ip A1:1 C420jpeg\n`;
  const colour = new Uint8Array((size * size) / 2).fill(128);
  const frames = pictures.flatMap((picture) => [Buffer.from('FRAME\n'), centred(picture, size), colour]);
  return Buffer.concat([Buffer.from(head), ...frames]);
}

function centred({ width, height, grey }: Raster, size: number): Uint8Array {
  if (width > size || height > size) throw new RangeError('larger than the film');
  const frame = new Uint8Array(size * size).fill(255);
  const [left, top] = [Math.floor((size - width) / 2), Math.floor((size - height) / 2)];
  for (let row = 0; row < height; row += 1) {
    frame.set(grey.subarray(row * width, (row + 1) * width), (top + row) * size + left);
  }
  return frame;
}
