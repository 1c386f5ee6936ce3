// The address of a place or floor in the hall: `/hall?floor=f2&place=w12`.

export interface HallAddress {
  readonly floor?: string | null;
  readonly place?: string | null;
}

const longest = 60;

export function hallUrl({ floor, place }: HallAddress): string {
  const parameters = new URLSearchParams();
  if (floor) parameters.set('floor', floor);
  if (place) parameters.set('place', place);
  const query = parameters.toString();
  return query === '' ? '/hall' : `/hall?${query}`;
}

/** What an address asks for; anything too long to be an id is left out. */
export function parseHallAddress(url: string): HallAddress {
  const at = url.indexOf('?');
  const parameters = new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
  const read = (name: string) => {
    const value = parameters.get(name);
    return value !== null && value.length <= longest ? value : null;
  };
  return { floor: read('floor'), place: read('place') };
}
