// What a venue tells its visitors about speaking up: topics to wish for, and who watches over the offices.
import { AppError } from '../errors/app-error.ts';

/** Something staff expect people to miss, offered by touch (点单公开). */
export interface WishTopic {
  readonly id: string;
  readonly title: string;
}

/** Who takes complaints: at least one of phone and address is given. */
export interface SupervisionContact {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly hours: string | null;
}

export interface VenueVoice {
  readonly topics: readonly WishTopic[];
  readonly supervision: readonly SupervisionContact[];
}

export const emptyVoice: VenueVoice = { topics: [], supervision: [] };

export const voiceLimits = {
  topics: 60,
  contacts: 20,
  id: 60,
  title: 40,
  name: 80,
  phone: 60,
  address: 200,
  hours: 100,
} as const;

/** Blanks taken off, empty rows and fields taken out. */
export function tidyVoice(given: VenueVoice): VenueVoice {
  const orNull = (text: string | null) => text?.trim() || null;
  return {
    topics: given.topics
      .map(({ id, title }) => ({ id, title: title.trim() }))
      .filter(({ title }) => title !== ''),
    supervision: given.supervision
      .map(({ name, phone, address, hours }) => ({
        name: name.trim(),
        phone: orNull(phone),
        address: orNull(address),
        hours: orNull(hours),
      }))
      .filter(({ name, phone, address }) => name !== '' || phone !== null || address !== null),
  };
}

/** The first thing that cannot stay, or null. */
export function findVoiceFault({ topics, supervision }: VenueVoice): AppError | null {
  const titles = topics.map(({ title }) => title);
  const again = titles.find((title, index) => titles.indexOf(title) !== index);
  if (again !== undefined) return new AppError('voice.topic-twice', { topic: again });
  const bare = supervision.find(({ name, phone, address }) => name === '' || (phone ?? address) === null);
  return bare === undefined ? null : new AppError('voice.contact-incomplete', { name: bare.name });
}
