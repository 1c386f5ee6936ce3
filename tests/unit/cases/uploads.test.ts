// Files arrive piece by piece, sealed as they come, and go on from wherever they broke off.

import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPieces, pieceOverhead, sealPiece, sealWhole } from '#hub/cases/files/sealed-pieces.ts';
import { createCaseIntake } from '#hub/cases/intake/case-intake.ts';
import { makeRoom } from '#hub/cases/intake/sweep-uploads.ts';
import { jpeg, jpegExtras, png, pngChunk } from '../../support/pictures.ts';
import { openTempCases, requestOf, submissionIdOf, type TempCases } from '../../support/temp-cases.ts';

let temp: TempCases;
beforeEach(async () => {
  temp = await openTempCases();
});
afterEach(() => temp.close());

const uploadId = submissionIdOf(1, 'upload');
const secret = '张测身份证.jpg';
/** A picture of several pieces, with a comment that is dropped. */
const picture = png([pngChunk('tEXt', Buffer.from('x'.repeat(30_000)))]);
const pieceBytes = 8192;
const open = (id = uploadId, bytes: Uint8Array = picture) =>
  temp.intake.openUpload({ uploadId: id, name: secret, bytes: bytes.length });
const send = (offset: number, end = offset + pieceBytes, id = uploadId) =>
  temp.intake.addPiece(id, offset, picture.subarray(offset, end));
const nameOf = (id: string) => createHash('sha256').update(id).digest('hex');
const pathOf = (id: string) => join(temp.cases.filesDir, nameOf(id));

async function sendAll(id = uploadId, bytes: Uint8Array = picture) {
  let state = await open(id, bytes);
  while (!state.isComplete) {
    const piece = bytes.subarray(state.received, state.received + pieceBytes);
    state = await temp.intake.addPiece(id, state.received, piece);
  }
  return state;
}

describe('sealed pieces', () => {
  const key = Buffer.alloc(32, 7);
  const of = { fileId: 'f1', length: 9000, total: null };
  const plain = Buffer.alloc(9000, 'a');
  const pieces = [0, 4000].map((offset, index) =>
    sealPiece(
      key,
      { fileId: 'f1', index, offset, total: null },
      plain.subarray(offset, offset === 0 ? 4000 : 9000),
    ),
  ) as [Uint8Array, Uint8Array];
  const refusal = expect.objectContaining({ code: 'cases.key-missing' });

  it('when they stand in their places › they open; moved, of another file, or unfinished ones do not', () => {
    expect(Buffer.from(openPieces(key, Buffer.concat(pieces), of))).toEqual(plain);
    const [first, second] = pieces;
    for (const wrong of [[second, first], [first, first], [first], [second]]) {
      expect(() => openPieces(key, Buffer.concat(wrong), of)).toThrow(refusal);
    }
    expect(() => openPieces(key, Buffer.concat(pieces), { ...of, fileId: 'f2' })).toThrow(refusal);
    expect(() => openPieces(key, Buffer.concat(pieces), { ...of, total: 9000 })).toThrow(refusal);
    expect(() => openPieces(Buffer.alloc(32, 8), Buffer.concat(pieces), of)).toThrow(refusal);
  });

  it('when any byte is changed or the end is cut › they do not open', () => {
    const sealed = sealWhole(key, 'f1', plain);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ change;
        const whole = { ...of, total: plain.length };
        expect(() => openPieces(key, changed, whole)).toThrow(refusal);
        expect(() => openPieces(key, sealed.subarray(0, at), whole)).toThrow(refusal);
      }),
      { numRuns: 60 },
    );
  });

  it('of any bytes in any cuts › they come back as they were', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 60 }),
        (bytes, step) => {
          const cuts: Uint8Array[] = [];
          for (let offset = 0; offset < bytes.length; offset += step) {
            const place = { fileId: 'x', index: cuts.length, offset, total: null };
            cuts.push(sealPiece(key, place, bytes.subarray(offset, offset + step)));
          }
          const opened = openPieces(key, Buffer.concat(cuts), {
            fileId: 'x',
            length: bytes.length,
            total: null,
          });
          expect(Buffer.from(opened)).toEqual(Buffer.from(bytes));
        },
      ),
    );
  });
});

describe('an upload › when pieces come in order', () => {
  it('it is whole, cleaned, sealed, and goes with a submission once', async () => {
    expect(await sendAll()).toMatchObject({ isComplete: true });
    const stored = readFileSync(pathOf(uploadId));
    expect(stored.includes('IHDR')).toBe(false);
    expect(readdirSync(temp.cases.filesDir)).toEqual([nameOf(uploadId)]);
    const [row] = await temp.desk.db.selectFrom('case_files').selectAll().execute();
    expect(row).toMatchObject({ media_type: 'image/png', is_complete: 1, bytes: png().length });
    expect(JSON.stringify(row)).not.toContain(secret);
    await temp.intake.submit(requestOf(1, { files: [uploadId, uploadId] }), 'online');
    const other = temp.intake.submit(requestOf(2, { files: [uploadId] }), 'online');
    await expect(other).rejects.toMatchObject({ code: 'cases.file-missing' });
  });

  it('an answer lost and the piece sent again › it is told where it stands, and ends the same', async () => {
    await open();
    await send(0);
    await expect(send(0)).rejects.toMatchObject({
      code: 'cases.piece-misplaced',
      details: { received: pieceBytes },
    });
    await expect(send(2 * pieceBytes)).rejects.toMatchObject({ details: { received: pieceBytes } });
    expect(await open()).toMatchObject({ received: pieceBytes, isComplete: false });
    expect(await sendAll()).toMatchObject({ isComplete: true });
    expect(await temp.intake.uploadState(uploadId)).toMatchObject({ isComplete: true });
    expect(await send(0)).toMatchObject({ isComplete: true });
  });

  it('two senders at once › every piece lands once', async () => {
    await open();
    const tries = await Promise.allSettled([send(0), send(0), send(0)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await sendAll()).toMatchObject({ isComplete: true });
  });

  it('pieces too many, too long or too small › they are refused', async () => {
    await open();
    await expect(send(0, 100)).rejects.toMatchObject({ code: 'cases.piece-too-small' });
    await expect(temp.intake.addPiece(uploadId, 0, Buffer.alloc(0))).rejects.toMatchObject({
      code: 'cases.piece-too-small',
    });
    const longer = Buffer.alloc(picture.length + 1);
    await expect(temp.intake.addPiece(uploadId, 0, longer)).rejects.toMatchObject({
      code: 'cases.piece-misplaced',
    });
    await expect(temp.intake.addPiece('no-such-upload-000000000', 0, longer)).rejects.toMatchObject({
      code: 'cases.file-missing',
    });
  });
});

describe('an upload › when something breaks off', () => {
  it('a piece on disk that no row counts › it is written over', async () => {
    await open();
    await send(0);
    const path = `${pathOf(uploadId)}.part`;
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(5000, 9)]));
    expect(await sendAll()).toMatchObject({ isComplete: true });
  });

  it('its pieces are gone › it begins anew', async () => {
    await open();
    await send(0);
    rmSync(`${pathOf(uploadId)}.part`);
    await expect(send(pieceBytes)).rejects.toMatchObject({ details: { received: 0 } });
    expect(await sendAll()).toMatchObject({ isComplete: true });
  });

  it('after the last piece and before it was checked › asking again finishes it', async () => {
    await sendAll();
    const sealedPart = `${pathOf(uploadId)}.part`;
    expect(existsSync(sealedPart)).toBe(false);
    const second = submissionIdOf(2, 'upload');
    await open(second);
    for (let at = 0; at < picture.length - pieceBytes; at += pieceBytes)
      await send(at, at + pieceBytes, second);
    const { received_bytes: received, pieces } = await temp.desk.db
      .selectFrom('case_files')
      .selectAll()
      .where('id', '=', second)
      .executeTakeFirstOrThrow();
    await temp.desk.db.updateTable('case_files').set({ bytes: received }).where('id', '=', second).execute();
    expect(readFileSync(`${pathOf(second)}.part`)).toHaveLength(received + pieces * pieceOverhead);
    // What arrived is a picture without its end: it is looked at as soon as somebody asks, refused and forgotten.
    await expect(temp.intake.uploadState(second)).rejects.toMatchObject({ code: 'cases.file-type' });
    await expect(temp.intake.uploadState(second)).rejects.toMatchObject({ code: 'cases.file-missing' });
    expect(existsSync(`${pathOf(second)}.part`)).toBe(false);
  });

  it('the disk is full › it says so, and goes on when there is room', async () => {
    await open();
    await send(0);
    const path = `${pathOf(uploadId)}.part`;
    const kept = readFileSync(path);
    rmSync(path);
    symlinkSync('/dev/full', path);
    await expect(send(pieceBytes)).rejects.toMatchObject({ code: 'store.disk-full' });
    rmSync(path);
    writeFileSync(path, kept);
    expect(await sendAll()).toMatchObject({ isComplete: true });
  });

  it('a file of the wrong kind › nothing of it is kept', async () => {
    const page = Buffer.from(`<html>${'x'.repeat(9000)}</html>`);
    await expect(sendAll(uploadId, page)).rejects.toMatchObject({ code: 'cases.file-type' });
    expect(readdirSync(temp.cases.filesDir)).toEqual([]);
    expect(await temp.desk.db.selectFrom('case_files').selectAll().execute()).toEqual([]);
  });

  it('a picture with a place in it › the place is nowhere afterwards', async () => {
    const planted = 'PLANTED-PLACE';
    await sendAll(uploadId, jpeg([...jpegExtras(6, planted), ...jpegExtras(6, planted)]));
    const { wrapped_key } = await temp.desk.db.selectFrom('case_files').selectAll().executeTakeFirstOrThrow();
    const key = await temp.cases.vault.unwrap(wrapped_key, uploadId);
    const { bytes } = await temp.desk.db.selectFrom('case_files').select('bytes').executeTakeFirstOrThrow();
    const opened = openPieces(key, readFileSync(pathOf(uploadId)), {
      fileId: uploadId,
      length: bytes,
      total: bytes,
    });
    expect(Buffer.from(opened).includes(planted)).toBe(false);
  });
});

describe('uploads nobody sent', () => {
  it('untouched for a day › they are removed, with files no row knows; what was submitted stays', async () => {
    await sendAll();
    await temp.intake.submit(requestOf(1, { files: [uploadId] }), 'online');
    const left = submissionIdOf(3, 'upload');
    await open(left);
    await send(0, pieceBytes, left);
    for (const name of ['f'.repeat(64), `${nameOf(uploadId)}.part`, '0123456789abcdef.tmp']) {
      writeFileSync(join(temp.cases.filesDir, name), 'remains');
      utimesSync(join(temp.cases.filesDir, name), 1, 1);
    }
    expect(await temp.intake.sweepUploads()).toEqual({ removed: 3 });
    temp.tick(24 * 3_600_000 + 1000);
    expect(await temp.intake.sweepUploads()).toEqual({ removed: 1 });
    expect(readdirSync(temp.cases.filesDir)).toEqual([nameOf(uploadId)]);
    await expect(createCaseIntake(temp.cases).uploadState(left)).rejects.toMatchObject({
      code: 'cases.file-missing',
    });
  });

  it('when they take all the room › idle ones make way, else more are refused', async () => {
    await open();
    const room = picture.length + 100;
    await expect(makeRoom(temp.cases, 101, room)).rejects.toMatchObject({ code: 'cases.uploads-full' });
    await makeRoom(temp.cases, 100, room);
    temp.tick(3_600_001);
    await makeRoom(temp.cases, 101, room);
    expect(await temp.desk.db.selectFrom('case_files').selectAll().execute()).toEqual([]);
  });
});
