// What a hall's plan may hold, and the first thing that is wrong with one: the same on the admin page and the hub.
import { AppError } from '../errors/app-error.ts';
import { isClockTime } from './day-span.ts';
import { gridMetres, type Hall, type HallArea, type HallFloor, type HallPoint } from './hall-plan.ts';

export const hallLimits = {
  floors: 12,
  areas: 200,
  agencies: 40,
  terminals: 100,
  exceptions: 200,
  spans: 4,
  contacts: 100,
  leastMetres: 4,
  mostMetres: 150,
  name: 60,
  number: 10,
  note: 500,
  phone: 60,
  id: 60,
} as const;

/** A hall as it is kept: without blanks at the ends of words, empty notes as none, days in their order. */
export function tidyHall(hall: Hall): Hall {
  const words = (text: string | null) => text?.trim() || null;
  return {
    ...hall,
    floors: hall.floors.map((floor) => ({
      ...floor,
      name: floor.name.trim(),
      areas: floor.areas.map((area) => ({
        ...area,
        name: area.name.trim(),
        number: words(area.number),
        note: words(area.note),
      })),
    })),
    terminals: hall.terminals.map((one) => ({ ...one, terminal: one.terminal.trim() })),
    exceptions: hall.exceptions
      .map((day) => ({ ...day, note: day.note.trim() }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    contacts: hall.contacts.map((contact) => ({
      ...contact,
      name: contact.name.trim(),
      phone: contact.phone.trim(),
      note: words(contact.note),
    })),
  };
}

/** The first fault of a tidy hall, or null. */
export function findHallFault(hall: Hall): AppError | null {
  return (
    hall.floors.map((floor) => floorFault(floor)).find((fault) => fault !== null) ??
    idFault(hall) ??
    pointsFault(hall) ??
    daysFault(hall) ??
    contactFault(hall)
  );
}

function floorFault(floor: HallFloor): AppError | null {
  const { leastMetres: least, mostMetres: most } = hallLimits;
  if (floor.name === '') return new AppError('hall.floor-unnamed');
  const isSized = [floor.width, floor.depth].every(
    (metres) => metres >= least && metres <= most && isOnGrid(metres),
  );
  if (!isSized) return new AppError('hall.floor-size', { floor: floor.name, least, most });
  return floor.areas.map((area) => areaFault(area, floor)).find((fault) => fault !== null) ?? null;
}

function areaFault(area: HallArea, floor: HallFloor): AppError | null {
  if (area.name === '') return new AppError('hall.area-unnamed', { floor: floor.name });
  const isFine = [area.x, area.y, area.width, area.depth].every(isOnGrid);
  const isInside =
    area.x >= 0 &&
    area.y >= 0 &&
    area.width >= gridMetres &&
    area.depth >= gridMetres &&
    area.x + area.width <= floor.width &&
    area.y + area.depth <= floor.depth;
  return isFine && isInside
    ? null
    : new AppError('hall.area-outside', { area: area.name, floor: floor.name });
}

function idFault(hall: Hall): AppError | null {
  const ids = hall.floors.flatMap((floor) => [floor.id, ...floor.areas.map(({ id }) => id)]);
  const isFine = new Set(ids).size === ids.length && ids.every((id) => id !== '');
  return isFine ? null : new AppError('hall.id-repeated');
}

function pointsFault(hall: Hall): AppError | null {
  const isOnFloor = ({ floorId, x, y }: HallPoint) => {
    const floor = hall.floors.find(({ id }) => id === floorId);
    return floor !== undefined && x >= 0 && y >= 0 && x <= floor.width && y <= floor.depth;
  };
  if (hall.here !== null && !isOnFloor(hall.here)) return new AppError('hall.here-outside');
  const names = hall.terminals.map(({ terminal }) => terminal);
  if (names.includes('') || new Set(names).size < names.length) return new AppError('hall.terminal-name');
  const lost = hall.terminals.find((point) => !isOnFloor(point));
  return lost === undefined ? null : new AppError('hall.terminal-outside', { terminal: lost.terminal });
}

function daysFault({ exceptions }: Hall): AppError | null {
  for (const [at, { date, spans }] of exceptions.entries()) {
    const row = at + 1;
    if (!isCalendarDay(date)) return new AppError('hall.day-date', { row });
    if (exceptions.findIndex((day) => day.date === date) !== at)
      return new AppError('hall.day-twice', { date });
    const isTimed = spans.every(({ from, to }) => isClockTime(from) && isClockTime(to) && from < to);
    if (!isTimed) return new AppError('hall.day-time', { date });
  }
  return null;
}

function contactFault({ contacts }: Hall): AppError | null {
  const at = contacts.findIndex(({ name, phone }) => name === '' || phone === '');
  return at === -1 ? null : new AppError('hall.contact-empty', { row: at + 1 });
}

/** A multiple of the grid's side; quarters and halves are exact in binary. */
function isOnGrid(metres: number): boolean {
  return Number.isFinite(metres) && Number.isInteger(metres / gridMetres);
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
