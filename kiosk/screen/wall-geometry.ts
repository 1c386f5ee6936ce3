// Where everything on the wall stands, in hundredths of the screen's short side, so that text can be cut before it is drawn.

/**
 * Sizes of type, in the same unit. A 55-inch screen of 1920 × 1080 is 685 mm high, so a unit is 6.85 mm of glass.
 * ISO 9241-303 asks for characters of 16 minutes of arc at least and 20 to 22 for comfort: at 5 m that is 23 mm and
 * 29 to 32 mm. Titles are 38 mm and texts 27 mm; what is only looked up (dates, names below names) is 21 mm,
 * comfortable from 4 m. The styles take these sizes from here.
 */
export const typeSizes = {
  title: 5.6,
  text: 3.9,
  second: 3.1,
  alert: 7.8,
  alertText: 5,
} as const;
/** A notice that then fits on one page is set larger; the largest first, the usual last. */
export const noticeTypes = {
  large: { title: 7, text: 5 },
  middle: { title: 6.2, text: 4.4 },
  usual: { title: typeSizes.title, text: typeSizes.text },
} as const;
export type NoticeType = keyof typeof noticeTypes;
export const lineHeights = { title: 1.25, text: 1.5 } as const;

/** Fixed measures of the frame. */
export const frame = {
  edge: 4,
  header: 12.5,
  footer: 7.5,
  footerLow: 12,
  strip: 9.5,
  gap: 3,
  halfGap: 7,
  side: 47,
  sideLow: 44,
} as const;
/** What stands above and below the text of a notice: one line that says what it is, one for its place among pages. */
export const noticeFrame = { above: 7, belowTitle: 2.4, below: 5.4 } as const;
/** An emergency's own frame: room to its edges, its contact and code beside or, on a tall screen, below. */
export const alertFrame = { inside: 5, code: 28, beside: 6 } as const;

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** How the body is divided: a panel with a side, two equal halves, one whole. */
export type Split = 'side' | 'half' | 'whole';

export interface WallGeometry extends Box {
  readonly isPortrait: boolean;
  readonly body: Box;
}

/** A tall screen is too narrow for state and news in one row. */
export const footerOf = (isPortrait: boolean) => (isPortrait ? frame.footerLow : frame.footer);

/** @param hasStrip an emergency is named above the body */
export function measureWall(viewport: Box, hasStrip: boolean): WallGeometry {
  const unit = Math.max(1, Math.min(viewport.width, viewport.height)) / 100;
  const [width, height] = [viewport.width / unit, viewport.height / unit];
  const strip = hasStrip ? frame.strip + frame.gap : 0;
  const taken = frame.header + strip + footerOf(height > width) + 2 * frame.edge + 2 * frame.gap;
  return {
    width,
    height,
    isPortrait: height > width,
    body: { width: width - 2 * frame.edge, height: height - taken },
  };
}

/** The side has a ground of its own; halves are told apart by the space between them. */
const gapOf = (split: Split) => (split === 'half' ? frame.halfGap : frame.gap);

/** The panels of a split, the main one first. */
export function panelsOf({ body, isPortrait }: WallGeometry, split: Split): readonly [Box, Box] {
  const { width, height } = body;
  if (split === 'whole') return [body, { width: 0, height: 0 }];
  const gap = gapOf(split);
  if (isPortrait) {
    const low = split === 'side' ? frame.sideLow : (height - gap) / 2;
    return [
      { width, height: height - low - gap },
      { width, height: low },
    ];
  }
  const beside = split === 'side' ? frame.side : (width - gap) / 2;
  return [
    { width: width - beside - gap, height },
    { width: beside, height },
  ];
}

/** Whole rows of `each` units that fit below a panel's heading. */
export function rowsIn(box: Box, each: number, heading = 15): number {
  return Math.max(1, Math.floor((box.height - heading) / each));
}
