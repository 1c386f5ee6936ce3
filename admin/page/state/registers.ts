// Registers fetched for their screens, and what is asked of the hub about one of them.

import {
  type RegisterDetail,
  type RegisterSummary,
  registerDetailSchema,
  registerFindingsSchema,
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
  confirmed: readonly string[] = [],
): Promise<void> {
  await request('POST', `/registers/${id}/${act}`, registerDetailSchema, { body: { confirmed } });
}

/** What somebody has to answer for before this revision may be approved; null where none waits. */
export const useRegisterFindings = (register: Pick<RegisterSummary, 'id' | 'version' | 'approvedVersion'>) =>
  useLoaded(
    async (signal) =>
      isWaiting(register)
        ? await request('GET', `/registers/${register.id}/findings`, registerFindingsSchema, { signal })
        : null,
    [register.id, register.version, register.approvedVersion],
  );

/** Whether approving would change anything. */
export const isWaiting = ({
  version,
  approvedVersion,
}: Pick<RegisterSummary, 'version' | 'approvedVersion'>): boolean => version !== approvedVersion;

/** Whether the next release would change the register. */
export const isUnpublished = ({ approvedVersion, publishedVersion }: RegisterSummary): boolean =>
  approvedVersion !== publishedVersion;
