// Reads pages of a PDF again with their pictures, once one might cover text: unpacking them takes long.
import { openPdf } from '../ingest/document/open-pdf.ts';
import { lintLimits } from './lint-limits.ts';
import { type PixelsOfPicture, withUnread } from './pdf-pictures.ts';
import { followDrawing, type PageDrawing, type Picture } from './pdf-runs.ts';
import { type PaintsPoint, pixelsOf } from './picture-pixels.ts';

/** A page read with its pictures; `drawing` stands for the one read without. */
export interface ReadPictures {
  readonly drawing: PageDrawing | null;
  readonly pictures: readonly Picture[];
  readonly pixelsOf: PixelsOfPicture;
}

export const noPictures: ReadPictures = { drawing: null, pictures: [], pixelsOf: () => undefined };

export interface PagePictures {
  read(page: number, isLayerShown: (group: unknown) => boolean): Promise<ReadPictures>;
  close(): Promise<void>;
}

/** Opens the file a second time when it is first asked, because how pictures are treated holds for a whole file. */
export function openPictures(bytes: Uint8Array): PagePictures {
  let task: ReturnType<typeof openPdf> | null = null;
  return {
    async read(number, isLayerShown) {
      task ??= openPdf(bytes, { maxImageSize: lintLimits.picturePixels });
      const page = await (await task.promise).getPage(number);
      const drawing = followDrawing(await page.getOperatorList(), isLayerShown);
      const pictures = withUnread(drawing);
      const pixels = new Map<Picture, PaintsPoint>();
      for (const picture of pictures)
        if (picture.pixels !== null) pixels.set(picture, await pixelsOf(page, picture.pixels));
      page.cleanup();
      return { drawing, pictures, pixelsOf: (picture) => pixels.get(picture) };
    },
    async close() {
      await task?.destroy();
    },
  };
}
