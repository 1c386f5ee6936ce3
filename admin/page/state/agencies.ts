// The agencies and the catalogue tree, fetched once for pickers and filters.
import * as z from 'zod';
import { agencySchema, treeSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';

const agencyListSchema = z.object({ agencies: z.array(agencySchema) });

/** All agencies in their order. */
export const useAgencies = () =>
  useLoaded(async (signal) => (await request('GET', '/agencies', agencyListSchema, { signal })).agencies, []);

/** The nodes of the catalogue tree. */
export const useTree = () =>
  useLoaded(async (signal) => (await request('GET', '/tree', treeSchema, { signal })).nodes, []);
