// The hall's plan as it crosses between admin page and hub; its rules are in shared/catalogue/hall-rules.ts.
import * as z from 'zod';
import { areaKinds, sides } from '../catalogue/hall-plan.ts';
import { hallLimits as most } from '../catalogue/hall-rules.ts';

const id = z.string().max(most.id);
const metres = z.number();
const point = { floorId: id, x: metres, y: metres };

const areaSchema = z.object({
  id,
  kind: z.enum(areaKinds),
  name: z.string().max(most.name),
  number: z.string().max(most.number).nullable(),
  door: z.enum(sides).nullable(),
  agencyIds: z.array(z.string().max(100)).max(most.agencies),
  note: z.string().max(most.note).nullable(),
  x: metres,
  y: metres,
  width: metres,
  depth: metres,
});

export const hallSchema = z.object({
  floors: z
    .array(
      z.object({
        id,
        name: z.string().max(most.name),
        width: metres,
        depth: metres,
        areas: z.array(areaSchema).max(most.areas),
      }),
    )
    .max(most.floors),
  here: z.object(point).nullable(),
  terminals: z.array(z.object({ terminal: z.string().max(most.name), ...point })).max(most.terminals),
  exceptions: z
    .array(
      z.object({
        date: z.string().max(10),
        spans: z.array(z.object({ from: z.string().max(5), to: z.string().max(5) })).max(most.spans),
        note: z.string().max(most.note),
      }),
    )
    .max(most.exceptions),
  contacts: z
    .array(
      z.object({
        name: z.string().max(most.name),
        phone: z.string().max(most.phone),
        areaId: id.nullable(),
        note: z.string().max(most.note).nullable(),
      }),
    )
    .max(most.contacts),
});
