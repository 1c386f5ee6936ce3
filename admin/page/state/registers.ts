// Registers fetched for their screens, and what is asked of the hub about one of them.

import {
  type RegisterDetail,
  type RegisterSummary,
  registerDetailSchema,
  registerListSchema,
} from '#shared/protocol/registers-api.ts';
import { parseDefinition, type RegisterDefinition } from '#shared/registers/register-definition.ts';
import { request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';

/** All registers, the one changed last first. */
export const useRegisters = () =>
  useLoaded(
    async (signal) => (await request('GET', '/registers', registerListSchema, { signal })).registers,
    [],
  );

/** A register with its definition read. */
export interface OpenedRegister extends Omit<RegisterDetail, 'definition'> {
  readonly definition: RegisterDefinition;
}

export const useRegister = (id: string) =>
  useLoaded(
    async (signal) => opened(await request('GET', `/registers/${id}`, registerDetailSchema, { signal })),
    [id],
  );

export function opened(detail: RegisterDetail): OpenedRegister {
  return { ...detail, definition: parseDefinition(detail.definition) };
}

/** Decides over what waits in a register. */
export async function decideOver(
  { id }: Pick<RegisterSummary, 'id'>,
  act: 'approve' | 'discard' | 'withdraw',
): Promise<void> {
  await request('POST', `/registers/${id}/${act}`, registerDetailSchema, { body: {} });
}

/** Whether approving would change anything. */
export const isWaiting = ({ version, approvedVersion }: RegisterSummary): boolean =>
  version !== approvedVersion;

/** Whether the next release would change the register. */
export const isUnpublished = ({ approvedVersion, publishedVersion }: RegisterSummary): boolean =>
  approvedVersion !== publishedVersion;
