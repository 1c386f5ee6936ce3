// The phone's outbox against a model hub: whatever is lost, doubled, late or cut short, a submission arrives exactly once.
import { describe, expect, it } from 'vitest';
import { caseFileBounds } from '#shared/cases/case-files.ts';
import type { CaseReceipt, UploadState } from '#shared/protocol/cases-api.ts';
import { type Kept, openKept, type TableAccess, type Tables } from '../../../admin/phone/forms/kept.ts';
import {
  type OutboxHub,
  type OutboxItem,
  pauseBefore,
  Refused,
  sendItem,
  Unreachable,
} from '../../../admin/phone/forms/outbox.ts';

/** The page went away: nothing after it happens until it is opened again. */
class Crash extends Error {}

/** mulberry32: the same numbers from the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Accepted {
  readonly receipt: CaseReceipt;
  readonly content: unknown;
  readonly files: readonly Uint8Array[];
}

/** A hub that keeps what it acknowledges. */
class ModelHub {
  readonly accepted = new Map<string, Accepted>();
  readonly uploads = new Map<string, { bytes: Uint8Array; received: number }>();
  /** Submissions it will not take as they are. */
  readonly refused = new Set<string>();
  sends = 0;

  open({ uploadId, bytes }: { uploadId: string; bytes: number }): UploadState {
    if (!this.uploads.has(uploadId))
      this.uploads.set(uploadId, { bytes: new Uint8Array(bytes), received: 0 });
    return this.state(uploadId);
  }

  state(uploadId: string): UploadState {
    const upload = this.uploads.get(uploadId);
    if (upload === undefined) throw new Refused('cases.file-missing', '');
    const { bytes, received } = upload;
    return { uploadId, received, bytes: bytes.length, isComplete: received === bytes.length };
  }

  add(uploadId: string, offset: number, piece: Uint8Array): UploadState {
    const upload = this.uploads.get(uploadId);
    if (upload === undefined) throw new Refused('cases.file-missing', '');
    if (upload.received !== offset) throw new Refused('cases.piece-misplaced', '');
    upload.bytes.set(piece, offset);
    upload.received += piece.length;
    return this.state(uploadId);
  }

  send(body: { submissionId: string; content: unknown; files: readonly string[] }): CaseReceipt {
    this.sends += 1;
    const known = this.accepted.get(body.submissionId);
    if (known !== undefined) return known.receipt;
    if (this.refused.has(body.submissionId)) throw new Refused('cases.name-needed', '请填写姓名。');
    if (body.files.some((id) => !this.state(id).isComplete)) throw new Refused('cases.file-missing', '');
    const files = body.files.map((id) => this.uploads.get(id)?.bytes ?? new Uint8Array());
    const number = `${this.accepted.size + 1}`;
    const code = `CODE-${number}`;
    const receipt = { kind: 'request', number, code, receivedOn: '2026-11-26', needsPhone: true } as const;
    this.accepted.set(body.submissionId, { receipt, content: body.content, files });
    return receipt;
  }

  /** What nobody submitted for a day goes. */
  sweep(): void {
    const bound = new Set([...this.accepted.values()].flatMap(({ files }) => files));
    for (const [id, { bytes }] of this.uploads) if (!bound.has(bytes)) this.uploads.delete(id);
  }
}

/** The line to the hub: requests and answers get lost, arrive twice or much later, and the page dies meanwhile. */
function badLine(hub: ModelHub, random: () => number): OutboxHub {
  const late: (() => unknown)[] = [];
  const through = async <Answer>(request: () => Answer): Promise<Answer> => {
    // What was on its way before may arrive now, out of its order.
    if (late.length > 0 && random() < 0.3) swallow(late.splice(Math.floor(random() * late.length), 1)[0]);
    const fate = random();
    if (fate < 0.12) throw new Unreachable();
    if (fate < 0.18) {
      late.push(request);
      throw new Unreachable();
    }
    if (fate < 0.22) throw new Crash();
    const answer = request();
    if (fate < 0.3) late.push(request);
    if (fate < 0.4) throw new Unreachable();
    if (fate < 0.44) throw new Crash();
    return answer;
  };
  return {
    openUpload: (file) => through(() => hub.open(file)),
    uploadState: (id) => through(() => hub.state(id)),
    addPiece: (id, offset, piece) => through(() => hub.add(id, offset, piece)),
    send: (_target, body) => through(() => hub.send(body as Parameters<ModelHub['send']>[0])),
  };
}

function swallow(request: (() => unknown) | undefined): void {
  try {
    request?.();
  } catch {
    // Nobody waits for the answer any more.
  }
}

/** A database that survives the page: a change happens as a whole or not at all, and the page may die on either side. */
function crashingTables(random: () => number): Tables {
  let held = new Map<string, unknown>();
  return {
    isLasting: true,
    async change(work) {
      const next = new Map(held);
      const access: TableAccess = {
        get: async (table, key) => next.get(`${table}/${key}`),
        all: async (table) => [...next].filter(([key]) => key.startsWith(`${table}/`)).map(([, one]) => one),
        put: async (table, key, value) => next.set(`${table}/${key}`, value),
        remove: async (table, key) => next.delete(`${table}/${key}`),
        clear: async (table) => {
          for (const key of next.keys()) if (key.startsWith(`${table}/`)) next.delete(key);
        },
      };
      const result = await work(access);
      if (random() < 0.05) throw new Crash();
      held = next;
      if (random() < 0.05) throw new Crash();
      return result;
    },
  };
}

function itemOf(round: number, random: () => number): OutboxItem {
  const id = `submission-${String(round).padStart(12, '0')}`;
  const files = Array.from({ length: Math.floor(random() * 3) }, (_, index) => {
    const isLarge = random() < 0.2;
    const length = isLarge ? caseFileBounds.pieceBytes * 2 + 17 : 1 + Math.floor(random() * 2000);
    const bytes = new Uint8Array(length).fill(1 + Math.floor(random() * 255));
    bytes[length - 1] = round % 256;
    return { uploadId: `upload-${round}-${index}`, name: `${index}.jpg`, mediaType: 'image/jpeg', bytes };
  });
  const body = { submissionId: id, content: `第 ${round} 件` };
  const values = { submissionId: id, content: `第 ${round} 件` };
  return { id, target: 'case', form: 'apply', body, files, values, madeAt: 0, wasTried: false };
}

/** The person, patient: opens the page again after every crash and submits again what came back. */
async function untilReceipt(item: OutboxItem, kept: Kept, line: OutboxHub, hub: ModelHub): Promise<number> {
  let isSubmitted = false;
  for (let tries = 1; tries < 2000; tries += 1) {
    try {
      const waiting = (await kept.items()).find(({ id }) => id === item.id);
      if (waiting === undefined && isSubmitted && (await kept.draft('apply', 0)) === null) return tries;
      if (waiting === undefined) {
        await kept.enqueue(item);
        isSubmitted = true;
      }
      const next = waiting ?? item;
      await sendItem(next, line, kept, ({ kind }) => {
        if (kind === 'refused') hub.refused.delete(item.id);
      });
    } catch (thrown) {
      if (!(thrown instanceof Crash) && !(thrown instanceof Unreachable)) throw thrown;
      const isThere = await kept.items().catch(() => []);
      if (isThere.some(({ id }) => id === item.id)) isSubmitted = true;
    }
    if (tries % 7 === 0) hub.sweep();
  }
  throw new Error('it never arrived');
}

describe('the outbox over a bad line', () => {
  it('with 1,000 rounds of loss, doubles, delay and crashes › each submission arrives exactly once, whole, with its receipt kept', async () => {
    const random = randomOf(20_261_126);
    const hub = new ModelHub();
    const kept = openKept(crashingTables(random), () => 0);
    const line = badLine(hub, random);
    const items: OutboxItem[] = [];
    for (let round = 0; round < 1000; round += 1) {
      const item = itemOf(round, random);
      items.push(item);
      if (random() < 0.1) hub.refused.add(item.id);
      await kept
        .saveDraft({ form: 'apply', values: item.values, files: item.files, savedAt: 0 })
        .catch(() => undefined);
      await untilReceipt(item, kept, line, hub);
    }
    expect(hub.accepted.size).toBe(1000);
    expect(hub.sends).toBeGreaterThan(1000);
    for (const item of items) {
      const arrived = hub.accepted.get(item.id);
      expect(arrived?.content).toBe(item.body.content);
      expect(arrived?.files.length).toBe(item.files.length);
      for (const [index, file] of item.files.entries())
        expect(Buffer.compare(Buffer.from(arrived?.files[index] ?? []), Buffer.from(file.bytes))).toBe(0);
    }
    const receipts = await patiently(() => kept.receipts());
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(1000);
    expect(await patiently(() => kept.items())).toEqual([]);
    expect(await patiently(() => kept.draft('apply', 0))).toBeNull();
  });

  it('when the answer was lost › it asks for the receipt before it sends the files again', async () => {
    const hub = new ModelHub();
    const item = { ...itemOf(3, () => 0.5), wasTried: true };
    const calls: string[] = [];
    hub.send({ ...(item.body as { submissionId: string; content: string }), files: [] });
    const line: OutboxHub = {
      openUpload: async (file) => {
        calls.push('open');
        return hub.open(file);
      },
      uploadState: async (id) => hub.state(id),
      addPiece: async (id, offset, piece) => {
        calls.push('piece');
        return hub.add(id, offset, piece);
      },
      send: async (_target, body) => {
        calls.push('send');
        return hub.send(body as never);
      },
    };
    const kept = openKept(calmTables(), () => 0);
    await kept.enqueue(item);
    await sendItem(item, line, kept, () => undefined);
    expect(calls).toEqual(['send']);
    expect((await kept.receipts())[0]?.number).toBe('1');
  });

  it('when the hub takes no piece and gives no reason › it is left alone and tried later', async () => {
    const stuck: UploadState = { uploadId: 'u', received: 0, bytes: 10, isComplete: false };
    const line: OutboxHub = {
      openUpload: async () => stuck,
      uploadState: async () => stuck,
      addPiece: async () => stuck,
      send: async () => null,
    };
    const file = { uploadId: 'u', name: 'a.jpg', mediaType: 'image/jpeg', bytes: new Uint8Array(10) };
    const item = { ...itemOf(1, () => 0), files: [file] };
    const kept = openKept(calmTables(), () => 0);
    await kept.enqueue(item);
    await expect(sendItem(item, line, kept, () => undefined)).rejects.toBeInstanceOf(Unreachable);
    expect(await kept.items()).toHaveLength(1);
  });

  it('between tries › it waits longer each time, and as long as a busy hub asks', () => {
    const pauses = [0, 1, 2, 3, 4, 9].map((tries) => pauseBefore(tries, null));
    expect(pauses).toEqual([2_000, 5_000, 10_000, 30_000, 60_000, 60_000]);
    expect(pauseBefore(0, 45)).toBe(45_000);
    expect(pauseBefore(0, 86_400)).toBe(600_000);
  });
});

const calmTables = () => crashingTables(() => 1);

async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof Crash)) throw thrown;
    }
  }
}
