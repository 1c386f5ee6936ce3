// The record of a register by its id, with its details; asked for once by everything that names its columns.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails, ShownColumn } from '#shared/catalogue/register.ts';
import { parentOf } from '#shared/registers/sub-items.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { useLoaded } from './use-loaded.ts';

export interface OpenedRegister {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
}

/** Null until it is here, where the release has no such register, and where none is asked for. */
export function useRegister(id: string | null): OpenedRegister | null {
  const engine = useEngine();
  const loaded = useLoaded(
    `register ${id} ${useContentVersion()}`,
    async (signal): Promise<OpenedRegister | null> => {
      const record = id === null ? null : await engine.record(id, signal);
      return record?.details?.type === 'register' ? { record, details: record.details } : null;
    },
    { isFresh: true },
  );
  return loaded.value ?? null;
}

/** The entry another is part of; null until it is here, and where the entry stands by itself. */
export function useParent(id: string, register: OpenedRegister | null): CatalogueRecord | null {
  const engine = useEngine();
  const parent = register === null ? null : parentOf(register.details, id);
  const loaded = useLoaded(
    `parent ${parent} ${useContentVersion()}`,
    async (signal) => (parent === null ? null : await engine.record(parent, signal)),
    { isFresh: true },
  );
  return loaded.value ?? null;
}

/** What names the cells of an entry; empty for every other record. */
export function useColumns({ details }: CatalogueRecord): readonly ShownColumn[] {
  return useRegister(details?.type === 'entry' ? details.registerId : null)?.details.columns ?? [];
}

/** The search within a register, which is where its entries are looked up. */
export const scopeOf = (registerId: string) => ({ register: [registerId] });
