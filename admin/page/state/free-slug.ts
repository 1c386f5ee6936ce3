// Names for new registers: the name wanted, or the same with a number nobody has.

export function freeSlug(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const tail = `-${number}`;
    const slug = `${wanted.slice(0, 40 - tail.length)}${tail}`;
    if (!taken.includes(slug)) return slug;
  }
}
