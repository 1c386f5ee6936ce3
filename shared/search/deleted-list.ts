// The list of a segment's ordinals that are no longer live, as bytes.
import { AppError } from '../errors/app-error.ts';
import { ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { mostRecords } from './format.ts';

const place = { segment: '', section: 'deleted', block: 0 };

/** Encodes ordinals in ascending order, each once: their number, then the gaps between them. */
export function encodeDeleted(ordinals: Uint32Array): Uint8Array {
  const out = new ByteWriter();
  out.varint(ordinals.length);
  let next = 0;
  for (const ordinal of ordinals) {
    if (ordinal < next) throw new AppError('bad-request', { reason: 'ordinals must ascend' });
    out.varint(ordinal - next);
    next = ordinal + 1;
  }
  return out.take();
}

/**
 * Decodes what `encodeDeleted` wrote. Throws `search.block-damaged` on anything else: a wrong count, trailing
 * bytes, an ordinal beyond `mostRecords`.
 */
export function decodeDeleted(bytes: Uint8Array): Uint32Array {
  const reader = new ByteReader(bytes, place);
  const ordinals = new Uint32Array(reader.bounded(bytes.length));
  let next = 0;
  for (let at = 0; at < ordinals.length; at++) {
    const ordinal = next + reader.bounded(mostRecords - next);
    ordinals[at] = ordinal;
    next = ordinal + 1;
  }
  if (!reader.isAtEnd) throw blockDamaged(place);
  return ordinals;
}
