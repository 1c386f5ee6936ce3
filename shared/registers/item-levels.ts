// How deep each item of a table stands: by indentation, numbering (一、 1. (1) 1.1), 其中, and which rows are totals.

/** Where one row of a table stands among the others. */
export interface ItemLevel {
  /** 0 for items of the table itself. */
  readonly level: number;
  readonly isTotal: boolean;
  /** 其中: a part that is named, beside others that are not. */
  readonly isOfWhich: boolean;
  /** Whether its marks say that it stands below the item above; a guess otherwise. */
  readonly isCertain: boolean;
  /** Whether it carries a number of its own. */
  readonly isNumbered: boolean;
  /** The name without blanks, numbers and 其中 before it. */
  readonly name: string;
}

interface Mark {
  readonly style: string;
  readonly indent: number;
  readonly isOfWhich: boolean;
  readonly name: string;
}

const styles: readonly (readonly [string, RegExp])[] = [
  ['han', /^[一二三四五六七八九十]{1,3}、/u],
  ['han-bracket', /^[（(][一二三四五六七八九十]{1,3}[)）]、?/u],
  ['dot4', /^\d{1,2}(?:[.．]\d{1,2}){3}[.．、]?(?=\D)/u],
  ['dot3', /^\d{1,2}(?:[.．]\d{1,2}){2}[.．、]?(?=\D)/u],
  ['dot2', /^\d{1,2}[.．]\d{1,2}[.．、]?(?=\D)/u],
  ['digit', /^\d{1,2}[、.．](?!\d)/u],
  ['digit-bracket', /^[（(]?\d{1,2}[)）]、?/u],
  ['circled', /^[①-⑳]/u],
  ['dash', /^[-—–·•]+/u],
];
const ofWhich = /^其中\s*[:：、]?\s*/u;
/** What may stand behind the word: 合计（万元）, 合计数, 小计：. */
const totalTail = '(?:数|金额)?\\s*(?:[（(][^（()）]{1,8}[)）])?\\s*[:：]?';
const plainTotal = new RegExp(
  `^(?:合\\s*计|总\\s*计|共\\s*计|小\\s*计|总和|本页合计|本页小计)${totalTail}$`,
  'u',
);
const totalName = new RegExp(`${plainTotal.source}|^.{1,10}(?:合计|总计|小计)${totalTail}$`, 'u');

/** Whether a name is that of a total: 合计, 小计, 收入合计. */
export function isTotalName(name: string): boolean {
  return totalName.test(name.trim());
}

/** Whether it is the word alone (合计, 小 计), which names nothing that could be an entry. */
export function isPlainTotalName(name: string): boolean {
  return plainTotal.test(name.trim());
}

/** Whether a name says by itself that it is part of the item above: 其中, or indented. */
export function isPartByItself(label: string): boolean {
  const { isOfWhich, indent } = markOf(label);
  return isOfWhich || indent > 0;
}

/** The levels of a table's rows, from the names of its items in their order. */
export function levelsOf(labels: readonly string[]): ItemLevel[] {
  return labels.map(openLevels());
}

/** The same one by one: takes the names of a table's items in their order. */
export function openLevels(): (label: string) => ItemLevel {
  const open: Mark[] = [];
  return (label) => {
    const mark = markOf(label);
    if (isTotalName(mark.name))
      return {
        level: 0,
        isTotal: true,
        isOfWhich: false,
        isCertain: true,
        isNumbered: false,
        name: mark.name,
      };
    const level = mark.isOfWhich ? levelOfWhich(open, mark) : levelAmong(open, mark);
    const isCertain = level === 0 || mark.isOfWhich || isMarkedBelow(open[level - 1], mark);
    return {
      level,
      isTotal: false,
      isOfWhich: open[level]?.isOfWhich ?? false,
      isCertain,
      isNumbered: !mark.style.startsWith('plain'),
      name: mark.name,
    };
  };
}

function markOf(label: string): Mark {
  const indent = /^[\s\u3000]*/u.exec(label)?.[0].length ?? 0;
  const trimmed = label.trim();
  const isOfWhich = ofWhich.test(trimmed);
  const rest = trimmed.replace(ofWhich, '');
  const found = styles.find(([, pattern]) => pattern.test(rest));
  const name = (found === undefined ? rest : rest.replace(found[1], '')).trim() || trimmed;
  return { style: found?.[0] ?? `plain@${indent}`, indent, isOfWhich, name };
}

/** 其中 stands below the last item that is not itself one of those named. */
function levelOfWhich(open: Mark[], mark: Mark): number {
  const first = open.findIndex(({ isOfWhich, style }) => isOfWhich && style === mark.style);
  const parent = first > 0 ? first - 1 : open.length - 1;
  const level = Math.max(0, parent + 1);
  open.length = level;
  open.push(mark);
  return level;
}

function levelAmong(open: Mark[], mark: Mark): number {
  const same = open.findIndex(({ style }) => style === mark.style);
  // An indented item behind 其中 goes on with the parts that are named.
  const continued = same < 0 && mark.indent > 0 && open.at(-1)?.isOfWhich === true ? open.length - 1 : same;
  if (continued >= 0) {
    open.length = continued + 1;
    return continued;
  }
  open.push(mark);
  return open.length - 1;
}

/** A number or an indentation of its own; a plain name below a numbered one may as well stand beside it. */
function isMarkedBelow(parent: Mark | undefined, mark: Mark): boolean {
  return parent === undefined || !mark.style.startsWith('plain') || mark.indent > parent.indent;
}
