// Bounded parsing of a hall's plan: in a manifest, and in a store's column.
import {
  type AreaKind,
  areaKinds,
  type ExceptionDay,
  type Hall,
  type HallArea,
  type HallContact,
  type HallFloor,
  type HallPoint,
  type Side,
  sides,
  type TerminalPoint,
} from '../catalogue/hall-plan.ts';
import { findHallFault, hallLimits } from '../catalogue/hall-rules.ts';
import {
  asArray,
  asNullableString,
  asObject,
  asString,
  field,
  type JsonObject,
  ShapeError,
} from './bounded-json.ts';

/** Throws ShapeError for anything a hub of ours would not have saved; kinds of later programs are `other`. */
export function parseHall(value: unknown): Hall {
  const raw = asObject(value, 'hall');
  const here = field(raw, 'here');
  const hall: Hall = {
    floors: asArray(field(raw, 'floors'), hallLimits.floors, 'floors').map(parseFloor),
    here: here === null ? null : parsePoint(asObject(here, 'here')),
    terminals: asArray(field(raw, 'terminals'), hallLimits.terminals, 'terminals').map(parseTerminal),
    exceptions: asArray(field(raw, 'exceptions'), hallLimits.exceptions, 'exceptions').map(parseDay),
    contacts: asArray(field(raw, 'contacts'), hallLimits.contacts, 'contacts').map(parseContact),
  };
  const fault = findHallFault(hall);
  if (fault !== null) throw new ShapeError(fault.code);
  return hall;
}

function parseFloor(value: unknown): HallFloor {
  const raw = asObject(value, 'floor');
  return {
    id: text(raw, 'id', hallLimits.id),
    name: text(raw, 'name', hallLimits.name),
    width: metres(raw, 'width'),
    depth: metres(raw, 'depth'),
    areas: asArray(field(raw, 'areas'), hallLimits.areas, 'areas').map(parseArea),
  };
}

function parseArea(value: unknown): HallArea {
  const raw = asObject(value, 'area');
  const kind = text(raw, 'kind', 40) as AreaKind;
  const door = asNullableString(field(raw, 'door'), 10, 'door') as Side | null;
  if (door !== null && !sides.includes(door)) throw new ShapeError('door is no side');
  return {
    id: text(raw, 'id', hallLimits.id),
    kind: areaKinds.includes(kind) ? kind : 'other',
    name: text(raw, 'name', hallLimits.name),
    number: asNullableString(field(raw, 'number'), hallLimits.number, 'number'),
    door,
    agencyIds: asArray(field(raw, 'agencyIds'), hallLimits.agencies, 'agencyIds').map((id) =>
      asString(id, 100, 'agency id'),
    ),
    note: asNullableString(field(raw, 'note'), hallLimits.note, 'note'),
    x: metres(raw, 'x'),
    y: metres(raw, 'y'),
    width: metres(raw, 'width'),
    depth: metres(raw, 'depth'),
  };
}

function parsePoint(raw: JsonObject): HallPoint {
  return { floorId: text(raw, 'floorId', hallLimits.id), x: metres(raw, 'x'), y: metres(raw, 'y') };
}

function parseTerminal(value: unknown): TerminalPoint {
  const raw = asObject(value, 'terminal');
  return { terminal: text(raw, 'terminal', hallLimits.name), ...parsePoint(raw) };
}

function parseDay(value: unknown): ExceptionDay {
  const raw = asObject(value, 'exception');
  const spans = asArray(field(raw, 'spans'), hallLimits.spans, 'spans').map((span) => {
    const times = asObject(span, 'span');
    return { from: text(times, 'from', 5), to: text(times, 'to', 5) };
  });
  return { date: text(raw, 'date', 10), spans, note: text(raw, 'note', hallLimits.note) };
}

function parseContact(value: unknown): HallContact {
  const raw = asObject(value, 'contact');
  return {
    name: text(raw, 'name', hallLimits.name),
    phone: text(raw, 'phone', hallLimits.phone),
    areaId: asNullableString(field(raw, 'areaId'), hallLimits.id, 'areaId'),
    note: asNullableString(field(raw, 'note'), hallLimits.note, 'note'),
  };
}

function text(raw: JsonObject, key: string, max: number): string {
  return asString(field(raw, key), max, key);
}

function metres(raw: JsonObject, key: string): number {
  const value = field(raw, key);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ShapeError(`${key} is not a number`);
  return value;
}
