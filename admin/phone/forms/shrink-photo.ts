// Makes a photo smaller before it leaves the phone; what the camera wrote into the file beside the picture stays behind.

/** Enough to read the smallest print of an identity card. */
const longestSide = 2000;
const quality = 0.85;

/** A JPEG of the picture, upright. Throws where the browser cannot read it. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await drawn(image);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function drawn(image: HTMLImageElement): Promise<Blob> {
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  // JPEG has no holes: what was clear becomes paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (blob === null) throw new Error('the picture could not be written');
  return blob;
}

/** `IMG_1.HEIC` → `IMG_1.jpg` */
export const jpegName = (name: string) => `${name.replace(/\.[^.]{1,5}$/, '').slice(0, 120) || 'photo'}.jpg`;
