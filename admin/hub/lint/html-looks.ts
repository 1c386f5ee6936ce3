// What the styles of a page hide: rules of its style sheets and attributes, as far as simple selectors reach.
import type { Hiding } from '#shared/lint/finding.ts';

/** How an element looks, its ancestors included. */
export interface Look {
  readonly hiding: Hiding | null;
  readonly isWhite: boolean;
  /** Something other than white lies behind it. */
  readonly isShaded: boolean;
}

export const pageLook: Look = { hiding: null, isWhite: false, isShaded: false };

type Declarations = ReadonlyMap<string, string>;

/** Style rules by their selector: a tag, a class or an id. */
export class StyleRules {
  private readonly rules = new Map<string, Map<string, string>>();

  /** Reads one style sheet; what lies in @media and the like is read as if it applied to screens. */
  add(css: string): void {
    const plain = css
      .replace(/\/\*[\s\S]*?\*\//gu, '')
      .replace(/@media\s+print[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/giu, '');
    for (const match of plain.matchAll(/([^{}@;]{1,400})\{([^{}]{0,4000})\}/gu)) {
      for (const selector of (match[1] ?? '').split(','))
        this.addRule(selector.trim().toLowerCase(), match[2] ?? '');
    }
  }

  private addRule(selector: string, body: string): void {
    if (!/^(?:[a-z][\w-]*)?(?:[.#][\w\u4e00-\u9fff-]+)?$/u.test(selector) || selector === '') return;
    const known = this.rules.get(selector) ?? new Map<string, string>();
    for (const [name, value] of declarationsOf(body)) known.set(name, value);
    this.rules.set(selector, known);
  }

  /** Everything said about an element, its own `style` last. */
  declarations(tag: string, attributes: ReadonlyMap<string, string>): Declarations {
    const classes = (attributes.get('class') ?? '')
      .toLowerCase()
      .split(/\s+/u)
      .filter((name) => name !== '');
    const id = attributes.get('id')?.toLowerCase();
    const selectors = [
      tag,
      ...classes.flatMap((name) => [`.${name}`, `${tag}.${name}`]),
      ...(id === undefined ? [] : [`#${id}`, `${tag}#${id}`]),
    ];
    const all = new Map<string, string>();
    for (const selector of selectors)
      for (const [name, value] of this.rules.get(selector) ?? []) all.set(name, value);
    for (const [name, value] of declarationsOf(attributes.get('style') ?? '')) all.set(name, value);
    return all;
  }
}

function declarationsOf(body: string): [string, string][] {
  return body.split(';').flatMap((part): [string, string][] => {
    const colon = part.indexOf(':');
    if (colon < 0) return [];
    const value = part
      .slice(colon + 1)
      .replace(/!important/iu, '')
      .trim()
      .toLowerCase();
    return [[part.slice(0, colon).trim().toLowerCase(), value]];
  });
}

const white =
  /^(?:#fff(?:fff)?(?:ff)?|#f[c-f]f[c-f]f[c-f]|white|snow|ivory|rgba?\(\s*25[2-5][\s,]+25[2-5][\s,]+25[2-5](?:[\s,/]+1(?:\.0)?)?\s*\)|transparent|rgba\([^)]*[\s,/]0(?:\.0+)?\s*\))$/u;

/** The look of an element within its parent. */
export function lookOf(
  parent: Look,
  tag: string,
  attributes: ReadonlyMap<string, string>,
  rules: StyleRules,
): Look {
  const style = rules.declarations(tag, attributes);
  const background = style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor');
  const colour = style.get('color') ?? (tag === 'font' ? attributes.get('color')?.toLowerCase() : undefined);
  const isShaded =
    background === undefined ? parent.isShaded : !(white.test(background) || background === 'none');
  const isWhite = colour === undefined ? parent.isWhite : white.test(colour);
  const own = hidingOf(style, attributes, tag);
  return { hiding: parent.hiding ?? own ?? (isWhite && !isShaded ? 'white-text' : null), isWhite, isShaded };
}

function hidingOf(style: Declarations, attributes: ReadonlyMap<string, string>, tag: string): Hiding | null {
  if (attributes.has('hidden') || tag === 'template') return 'marked-hidden';
  if (style.get('display') === 'none' || /^(?:hidden|collapse)$/u.test(style.get('visibility') ?? ''))
    return 'marked-hidden';
  if (/^0?(?:\.0+)?$/u.test(style.get('opacity') ?? '1')) return 'invisible';
  if (/^[0-3](?:\.\d+)?(?:px|pt)?$|^0(?:\.0\d*)?(?:em|rem|%)$/u.test(style.get('font-size') ?? ''))
    return 'tiny-text';
  if (isCut(style)) return 'invisible';
  const far = [style.get('left'), style.get('top'), style.get('text-indent'), style.get('margin-left')];
  return far.some((value) => /^-\d{3,}(?:\.\d+)?(?:px|em|rem|pt)/u.test(value ?? '')) ? 'off-page' : null;
}

/** No room, and what does not fit is cut off. */
function isCut(style: Declarations): boolean {
  const isZero = (name: string) => /^[01](?:px)?$/u.test(style.get(name) ?? '');
  return (
    /hidden|clip/u.test(style.get('overflow') ?? '') &&
    (isZero('height') || isZero('width') || isZero('max-height'))
  );
}
