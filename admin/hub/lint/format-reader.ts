// Reads which formats of a workbook show nothing: white letters on no ground, and number formats that are empty.

type Attributes = Readonly<Record<string, string>>;

export class FormatReader {
  /** Indexes of cell formats. */
  readonly white = new Set<number>();
  readonly blank = new Set<number>();
  private readonly blankCodes = new Set<string>();
  private readonly whiteFonts = new Set<number>();
  private readonly plainFills = new Set<number>([0]);
  private area = '';
  private font = -1;
  private fill = -1;
  private format = -1;

  /** Takes the elements of `styles.xml` in order. */
  open(tag: string, attributes: Attributes): void {
    if (/^(?:fonts|fills|cellXfs|dxfs|cellStyleXfs)$/u.test(tag)) this.area = tag;
    else if (tag === 'numFmt' && /^;;;?$/u.test(attributes.formatCode ?? '')) {
      this.blankCodes.add(attributes.numFmtId ?? '');
    } else if (this.area === 'fonts') this.openFont(tag, attributes);
    else if (this.area === 'fills') this.openFill(tag, attributes);
    else if (this.area === 'cellXfs' && tag === 'xf') this.openFormat(attributes);
  }

  private openFont(tag: string, attributes: Attributes): void {
    if (tag === 'font') this.font += 1;
    else if (tag === 'color' && isWhite(attributes)) this.whiteFonts.add(this.font);
  }

  private openFill(tag: string, attributes: Attributes): void {
    const isPlain =
      (tag === 'patternFill' && /^(?:none|)$/u.test(attributes.patternType ?? '')) ||
      (tag === 'fgColor' && isWhite(attributes));
    if (tag === 'fill') this.fill += 1;
    else if (isPlain) this.plainFills.add(this.fill);
  }

  private openFormat({ numFmtId = '', fontId = '0', fillId = '0' }: Attributes): void {
    this.format += 1;
    if (this.blankCodes.has(numFmtId)) this.blank.add(this.format);
    if (this.whiteFonts.has(Number(fontId)) && this.plainFills.has(Number(fillId)))
      this.white.add(this.format);
  }
}

/** White by its number, or the theme's first background. */
function isWhite({ rgb, theme, tint }: Attributes): boolean {
  return /^(?:FF)?F[C-F]F[C-F]F[C-F]$/iu.test(rgb ?? '') || (theme === '0' && tint === undefined);
}
