// A grey picture and what happens to a symbol on its way into a camera: distance, tilt, blur, glare.

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, row by row; 255 is white. */
  readonly grey: Uint8Array;
}

/** The grey at a place between pixels, bilinear; white outside. */
function sample({ width, height, grey }: Raster, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= width || row >= height ? 255 : (grey[row * width + column] ?? 255);
  const [dx, dy] = [x - left, y - top];
  const upper = at(left, top) * (1 - dx) + at(left + 1, top) * dx;
  const lower = at(left, top + 1) * (1 - dx) + at(left + 1, top + 1) * dx;
  return upper * (1 - dy) + lower * dy;
}

function draw(width: number, height: number, shade: (x: number, y: number) => number): Raster {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) grey[y * width + x] = Math.round(shade(x, y));
  }
  return { width, height, grey };
}

/** Half as wide and high, each pixel the mean of four. */
export function halved(raster: Raster): Raster {
  const { width, grey } = raster;
  return draw(Math.floor(width / 2), Math.floor(raster.height / 2), (x, y) => {
    const at = 2 * y * width + 2 * x;
    const four = [grey[at], grey[at + 1], grey[at + width], grey[at + width + 1]];
    return four.reduce((sum: number, value) => sum + (value ?? 255), 0) / 4;
  });
}

/** Turned about its middle, on white ground large enough for the corners. */
export function rotated(raster: Raster, degrees: number): Raster {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const size = Math.ceil(Math.hypot(raster.width, raster.height));
  return draw(size, size, (x, y) => {
    const [dx, dy] = [x - size / 2, y - size / 2];
    return sample(raster, dx * cos + dy * sin + raster.width / 2, dy * cos - dx * sin + raster.height / 2);
  });
}

/** Blurred twice by a box of `2 × radius + 1` pixels, which comes near a camera out of focus. */
export function blurred(raster: Raster, radius: number): Raster {
  const box = (from: Raster, isAcross: boolean) =>
    draw(from.width, from.height, (x, y) => {
      let sum = 0;
      for (let step = -radius; step <= radius; step += 1) {
        sum += sample(from, isAcross ? x + step : x, isAcross ? y : y + step);
      }
      return sum / (2 * radius + 1);
    });
  let shown = raster;
  for (let pass = 0; pass < 2; pass += 1) shown = box(box(shown, true), false);
  return shown;
}

/** A lamp's reflection over `share` of the area: an ellipse off the middle, white at its heart, fading outwards. */
export function glared(raster: Raster, share: number, strength = 0.75): Raster {
  const { width, height, grey } = raster;
  const radius = Math.sqrt((share * width * height) / (Math.PI * 1.6));
  return draw(width, height, (x, y) => {
    const dx = (x - width * 0.56) / (radius * 1.6);
    const dy = (y - height * 0.42) / radius;
    const light = Math.max(0, 1 - dx * dx - dy * dy) * strength;
    const dark = grey[y * width + x] ?? 255;
    return dark + (255 - dark) * light;
  });
}

/** Portable greymap, which zbarimg reads. */
export function toPgm({ width, height, grey }: Raster): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

/** Four bytes a pixel, which jsQR reads. */
export function toRgba({ grey }: Raster): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(grey.length * 4);
  for (const [at, value] of grey.entries()) rgba.set([value, value, value, 255], at * 4);
  return rgba;
}

/** The ways every symbol of the terminal must survive. */
export const distortions: Readonly<Record<string, (raster: Raster) => Raster>> = {
  plain: (raster) => raster,
  half: halved,
  tilted: (raster) => rotated(raster, 15),
  blurred: (raster) => blurred(raster, 1),
  glare: (raster) => glared(raster, 0.3),
};
