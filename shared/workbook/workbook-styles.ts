// The looks of cells in a spreadsheet we write: fonts by name, borders, and the formats of days and instants.

/** Numbers of the cell formats below, in their order. */
export const cellStyles = {
  plain: 0,
  title: 1,
  remark: 2,
  head: 3,
  text: 4,
  number: 5,
  day: 6,
  instant: 7,
  strongText: 8,
  strongNumber: 9,
  centred: 10,
} as const;
export type CellStyle = (typeof cellStyles)[keyof typeof cellStyles];

const bodyFont = '宋体';
const headFont = '黑体';

const font = (name: string, size: number, isBold = false) =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF1D2327"/><name val="${name}"/><family val="2"/><charset val="134"/></font>`;

const fonts = [font(bodyFont, 10.5), font(headFont, 18), font(bodyFont, 10), font(headFont, 10.5)];

const edge = (side: string) => `<${side} style="thin"><color rgb="FF8D8A80"/></${side}>`;
const box = `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`;
const noBox = '<border><left/><right/><top/><bottom/><diagonal/></border>';

const dayFormat = 164;
const instantFormat = 165;

interface Look {
  readonly format?: number;
  readonly font: number;
  readonly isFilled?: boolean;
  readonly isBoxed?: boolean;
  readonly across: 'left' | 'center' | 'right';
  readonly isWrapped?: boolean;
}

const looks: readonly Look[] = [
  { font: 0, across: 'left' },
  { font: 1, across: 'center' },
  { font: 2, across: 'left', isWrapped: true },
  { font: 3, isFilled: true, isBoxed: true, across: 'center', isWrapped: true },
  { font: 0, isBoxed: true, across: 'left', isWrapped: true },
  { font: 0, isBoxed: true, across: 'right' },
  { format: dayFormat, font: 0, isBoxed: true, across: 'center' },
  { format: instantFormat, font: 0, isBoxed: true, across: 'center' },
  { font: 3, isBoxed: true, across: 'left', isWrapped: true },
  { font: 3, isBoxed: true, across: 'right' },
  { font: 0, isBoxed: true, across: 'center', isWrapped: true },
];

function cellFormat({ format = 0, font: fontId, isFilled, isBoxed, across, isWrapped }: Look): string {
  return (
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${isFilled ? 2 : 0}" borderId="${isBoxed ? 1 : 0}" xfId="0"` +
    ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
    `<alignment horizontal="${across}" vertical="center"${isWrapped ? ' wrapText="1"' : ''}/></xf>`
  );
}

/** `xl/styles.xml` */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="${dayFormat}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="${instantFormat}" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EFEC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2">${noBox}${box}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.map(cellFormat).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
