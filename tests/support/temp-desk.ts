// A desk over a store in a folder of its own, with a clock that ticks by hand and repeatable randomness.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '#hub/editorial/desk.ts';
import { createIdSource } from '#hub/editorial/new-ids.ts';
import { installDefaultTree } from '#hub/editorial/tree.ts';
import { operatorActor } from '#hub/http/actor.ts';
import type { Actor } from '#hub/http/hub-services.ts';
import { sanitiseHtml } from '#hub/ingest/sanitise-html.ts';
import { openAttachmentFiles } from '#hub/store/attachment-files.ts';
import { openStore, type Store } from '#hub/store/open-store.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';

export interface TempDesk {
  readonly desk: Desk;
  readonly store: Store;
  readonly dir: string;
  /** Moves the clock on. */
  tick(ms: number): void;
  close(): Promise<void>;
}

/** Opens a fresh store with the default tree. */
export async function openTempDesk(): Promise<TempDesk> {
  const dir = mkdtempSync(join(tmpdir(), 'mingchuang-desk-'));
  const store = openStore(join(dir, 'store.sqlite'));
  let now = Date.UTC(2024, 4, 6, 8);
  const randomBytes = repeatableBytes(20190515);
  const desk: Desk = {
    db: store.db,
    attachments: openAttachmentFiles(join(dir, 'attachments')),
    now: () => now,
    randomBytes,
    newId: createIdSource(() => now, randomBytes),
    sanitise: sanitiseHtml,
  };
  await installDefaultTree(store.db);
  return {
    desk,
    store,
    dir,
    tick: (ms) => {
      now += ms;
    },
    close: async () => {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const clerk: Actor = { ...operatorActor('经办员'), accountId: 'u-clerk' };

/** A plain document of this agency; what a test cares about it sets itself. */
export function documentInput(agencyId: string, changes: Partial<RecordInput> = {}): RecordInput {
  return {
    kind: 'document',
    title: '关于调整公交线路的通知',
    agencyId,
    docNo: null,
    indexNo: null,
    date: '2024-03-01',
    publishedOn: null,
    topic: null,
    genre: null,
    nodeId: null,
    matterId: null,
    summary: '',
    keywords: [],
    validity: 'in-force',
    expiresOn: null,
    shown: null,
    bodyHtml: '<p>正文</p>',
    details: null,
    attachments: [],
    ...changes,
  };
}

/** An agency with only a name and a place in the list. */
export function agencyInput(name: string, order = 1) {
  return {
    name,
    shortName: null,
    address: null,
    phone: null,
    hours: null,
    leader: null,
    functions: null,
    order,
  };
}

/** Bytes from a small linear generator: enough variety for ids, the same in every run. */
export function repeatableBytes(seed: number): (length: number) => Uint8Array {
  let state = seed >>> 0;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
}
