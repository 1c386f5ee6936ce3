// Which styles of a Word file hide text: marked hidden, white, or too small to see; also through the style they build on.
import type { MemoryArchive } from './memory-archive.ts';
import { parsePart } from './xml-part.ts';

/** How a run looks where that matters; null where nothing is said. */
export interface RunLook {
  readonly isHidden: boolean | null;
  readonly isWhite: boolean | null;
  /** In half points. */
  readonly size: number | null;
  /** Something dark lies behind it, so that white is read. */
  readonly isShaded: boolean;
}

export const plainLook: RunLook = { isHidden: null, isWhite: null, size: null, isShaded: false };
/** Half points up to which nobody reads a text. */
const tinySize = 6;

/** What the element of a run's properties adds to its look. */
export function lookWith(look: RunLook, tag: string, attributes: Readonly<Record<string, string>>): RunLook {
  const value = attributes['w:val'] ?? '';
  const isOn = !/^(?:0|false|off|none)$/u.test(value);
  if (tag === 'vanish' || tag === 'specVanish') return { ...look, isHidden: isOn };
  if (tag === 'color')
    return {
      ...look,
      isWhite:
        /^F[C-F]F[C-F]F[C-F]$/iu.test(value) || /^background1$/u.test(attributes['w:themeColor'] ?? ''),
    };
  if (tag === 'sz' && value !== '') return { ...look, size: Number(value) };
  if (tag === 'highlight') return { ...look, isShaded: isOn && value !== 'white' };
  if (tag === 'shd') return { ...look, isShaded: look.isShaded || isDarkFill(attributes) };
  return look;
}

/** Any fill other than white or none. */
export function isDarkFill(attributes: Readonly<Record<string, string>>): boolean {
  const fill = attributes['w:fill'] ?? 'auto';
  return !/^(?:auto|F[C-F]F[C-F]F[C-F])$/iu.test(fill) || attributes['w:themeFill'] !== undefined;
}

export const isTiny = (look: RunLook) => look.size !== null && look.size <= tinySize;

/** Looks of all styles by their id, what they build on included. */
export function readWordStyles(archive: MemoryArchive): ReadonlyMap<string, RunLook> {
  const own = new Map<string, { look: RunLook; base: string | null }>();
  let id: string | null = null;
  parsePart(archive, 'word/styles.xml', {
    open: (tag, attributes) => {
      if (tag === 'style') {
        id = attributes['w:styleId'] ?? '';
        own.set(id, { look: plainLook, base: null });
      }
      const style = id === null ? undefined : own.get(id);
      if (style === undefined || id === null) return;
      if (tag === 'basedOn') own.set(id, { ...style, base: attributes['w:val'] ?? null });
      else own.set(id, { ...style, look: lookWith(style.look, tag, attributes) });
    },
    close: (tag) => {
      if (tag === 'style') id = null;
    },
  });
  const resolve = (name: string, depth: number): RunLook => {
    const style = own.get(name);
    if (style === undefined || depth > 10) return plainLook;
    return style.base === null ? style.look : overlaid(resolve(style.base, depth + 1), style.look);
  };
  return new Map([...own.keys()].map((name) => [name, resolve(name, 0)]));
}

/** What the second says goes before what the first says. */
export function overlaid(below: RunLook, above: RunLook): RunLook {
  return {
    isHidden: above.isHidden ?? below.isHidden,
    isWhite: above.isWhite ?? below.isWhite,
    size: above.size ?? below.size,
    isShaded: above.isShaded || below.isShaded,
  };
}
