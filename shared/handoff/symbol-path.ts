// A QR symbol as one path in a square of its own, with the quiet zone readers need: drawn alike by hub and phone.

/** Light modules around the symbol (ISO/IEC 18004). */
const quietModules = 4;

export interface SymbolPath {
  /** Modules along one side, quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** `modules` is the symbol row by row, dark ones 1. Each run of dark modules is one rectangle. */
export function symbolPath(size: number, modules: ArrayLike<number>): SymbolPath {
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let end = column;
      while (end < size && modules[row * size + end] === 1) end += 1;
      if (end === column) continue;
      path += `M${column + quietModules} ${row + quietModules}h${end - column}v1h${column - end}z`;
      column = end;
    }
  }
  return { size: size + quietModules * 2, path };
}

/** Where a receipt's code is looked up; it stands in the fragment, which no server ever sees and no log keeps. */
export function progressAddress(origin: string, code: string): string {
  return `${origin}/m/progress#c=${code}`;
}
