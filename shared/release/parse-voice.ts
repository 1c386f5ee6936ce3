// Bounded parsing of what a venue says about speaking up: in a manifest, and in the store's own row.
import {
  emptyVoice,
  type SupervisionContact,
  type VenueVoice,
  voiceLimits,
  type WishTopic,
} from '../voice/venue-voice.ts';
import {
  asArray,
  asNullableString,
  asObject,
  asString,
  field,
  type JsonObject,
  requireDistinct,
} from './bounded-json.ts';

/** Throws ShapeError for anything a hub of ours would not have saved. */
export function parseVoice(value: unknown): VenueVoice {
  const raw = asObject(value, 'voice');
  const topics = asArray(field(raw, 'topics'), voiceLimits.topics, 'topics').map(parseTopic);
  const ids = topics.map(({ id }) => id);
  requireDistinct(ids, 'topic ids');
  const supervision = asArray(field(raw, 'supervision'), voiceLimits.contacts, 'supervision');
  return { topics, supervision: supervision.map(parseContact) };
}

/** What a column holds, or nothing: one nobody can read must keep no venue from publishing. */
export function readVoice(column: string | null): VenueVoice {
  if (column === null) return emptyVoice;
  try {
    return parseVoice(JSON.parse(column));
  } catch {
    return emptyVoice;
  }
}

function parseTopic(value: unknown): WishTopic {
  const raw = asObject(value, 'topic');
  return {
    id: asString(field(raw, 'id'), voiceLimits.id, 'topic id'),
    title: asString(field(raw, 'title'), voiceLimits.title, 'topic title'),
  };
}

function parseContact(value: unknown): SupervisionContact {
  const raw = asObject(value, 'supervision');
  return {
    name: asString(field(raw, 'name'), voiceLimits.name, 'supervision name'),
    phone: nullable(raw, 'phone', voiceLimits.phone),
    address: nullable(raw, 'address', voiceLimits.address),
    hours: nullable(raw, 'hours', voiceLimits.hours),
  };
}

const nullable = (raw: JsonObject, key: string, max: number) => asNullableString(field(raw, key), max, key);
