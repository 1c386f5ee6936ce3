// Sends what was submitted until the hub has acknowledged it: kept before the first try, forgotten after the receipt.
import { caseFileBounds } from '#shared/cases/case-files.ts';
import type { CaseReceipt, UploadState } from '#shared/protocol/cases-api.ts';

/** A file on its way, whole, so that it survives the page. */
export interface OutboxFile {
  readonly uploadId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One submission or completion. Its id tells the hub that it is the same one, however often it arrives. */
export interface OutboxItem {
  readonly id: string;
  readonly target: 'case' | 'completion';
  /** The form it came from. */
  readonly form: string;
  /** What is sent, without the ids of the files. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: readonly OutboxFile[];
  /** As the form was filled in, to give it back where the hub refuses it. */
  readonly values: Readonly<Record<string, string>>;
  readonly madeAt: number;
  /** Whether it may have reached the hub already: then it is asked first, before files are sent again. */
  readonly wasTried: boolean;
}

export interface OutboxStore {
  items(): Promise<readonly OutboxItem[]>;
  markTried(id: string): Promise<void>;
  /** In one step: the item goes and the receipt stays. */
  settle(id: string, receipt: CaseReceipt | null): Promise<void>;
  /** In one step: the item goes and is a draft again. */
  giveBack(id: string): Promise<void>;
}

/** Throws `Unreachable` where nobody knows what arrived, and `Refused` where the hub says no. */
export interface OutboxHub {
  openUpload(file: { uploadId: string; name: string; bytes: number }): Promise<UploadState>;
  uploadState(uploadId: string): Promise<UploadState>;
  addPiece(uploadId: string, offset: number, piece: Uint8Array): Promise<UploadState>;
  /** The receipt; null for a completion. */
  send(target: OutboxItem['target'], body: unknown): Promise<CaseReceipt | null>;
}

/** The network, or a hub that is down or busy: it is tried again. */
export class Unreachable extends Error {
  /** Seconds the hub asked for, or null. */
  readonly retryAfterSeconds: number | null;

  constructor(retryAfterSeconds: number | null = null) {
    super('unreachable');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What the hub will not take as it is. */
export class Refused extends Error {
  readonly code: string;
  /** The hub's own words, in the language of the page. */
  readonly words: string;
  /** The field a `bad-request` names, or empty. */
  readonly reason: string;

  constructor(code: string, words: string, reason = '') {
    super(code);
    this.code = code;
    this.words = words;
    this.reason = reason;
  }
}

export type Told =
  | { readonly kind: 'progress'; readonly sent: number; readonly all: number }
  | { readonly kind: 'done'; readonly item: OutboxItem; readonly receipt: CaseReceipt | null }
  | { readonly kind: 'refused'; readonly item: OutboxItem; readonly refusal: Refused };

const isMissing = (thrown: unknown) => thrown instanceof Refused && thrown.code === 'cases.file-missing';

/**
 * Tries to send one item. Returns once it is settled either way; throws `Unreachable` when it has to be tried again.
 * Whatever happens in between, the item is in the store until its receipt is.
 */
export async function sendItem(
  item: OutboxItem,
  hub: OutboxHub,
  store: OutboxStore,
  tell: (told: Told) => void,
): Promise<void> {
  try {
    const receipt = await deliver(item, hub, store, tell);
    await store.settle(item.id, receipt);
    tell({ kind: 'done', item, receipt });
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    await store.giveBack(item.id);
    tell({ kind: 'refused', item, refusal: thrown });
  }
}

async function deliver(
  item: OutboxItem,
  hub: OutboxHub,
  store: OutboxStore,
  tell: (told: Told) => void,
): Promise<CaseReceipt | null> {
  const body = { ...item.body, files: item.files.map(({ uploadId }) => uploadId) };
  // The answer may have been lost on its way back: then the files are the hub's already and need not travel again.
  if (item.wasTried) {
    try {
      return await hub.send(item.target, body);
    } catch (thrown) {
      if (!isMissing(thrown)) throw thrown;
    }
  }
  await sendFiles(item.files, hub, tell);
  await store.markTried(item.id);
  return await hub.send(item.target, body);
}

async function sendFiles(
  files: readonly OutboxFile[],
  hub: OutboxHub,
  tell: (told: Told) => void,
): Promise<void> {
  const all = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let before = 0;
  for (const file of files) {
    const done = before;
    await sendFile(file, hub, (received) => tell({ kind: 'progress', sent: done + received, all }));
    before += file.bytes.length;
  }
}

const mostStandstills = 3;

/** Goes on from where the hub stands, which is not always where the phone thinks. */
async function sendFile(file: OutboxFile, hub: OutboxHub, tell: (received: number) => void): Promise<void> {
  const { uploadId, name, bytes } = file;
  let state = await hub.openUpload({ uploadId, name, bytes: bytes.length });
  let standstills = 0;
  while (!state.isComplete) {
    tell(state.received);
    const piece = bytes.subarray(state.received, state.received + caseFileBounds.pieceBytes);
    const next = await addPiece(uploadId, state.received, piece, hub);
    // A hub that takes nothing and says nothing is left alone for a while.
    standstills = next.received > state.received ? 0 : standstills + 1;
    if (standstills > mostStandstills) throw new Unreachable();
    state = next;
  }
  tell(bytes.length);
}

async function addPiece(
  uploadId: string,
  offset: number,
  piece: Uint8Array,
  hub: OutboxHub,
): Promise<UploadState> {
  try {
    return await hub.addPiece(uploadId, offset, piece);
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.code === 'cases.piece-misplaced') {
      return await hub.uploadState(uploadId);
    }
    throw thrown;
  }
}

const pausesMs = [2_000, 5_000, 10_000, 30_000, 60_000];

/** How long to wait before the next try, longer each time; the hub's own wish comes first. */
export function pauseBefore(tries: number, retryAfterSeconds: number | null): number {
  const usual = pausesMs[Math.min(tries, pausesMs.length - 1)] ?? 60_000;
  return Math.max(usual, Math.min((retryAfterSeconds ?? 0) * 1000, 600_000));
}
