// What visitors say beside what they read; its code is fetched when there is something to say it about.
import { lazyPart } from '../lazy-part.tsx';

export const LazyRecordVoice = lazyPart(async () => (await import('./record-voice.tsx')).RecordVoice);
export const LazyPhoneSheet = lazyPart(async () => (await import('./phone-sheet.tsx')).PhoneSheet);
export const LazyWishOffer = lazyPart(async () => (await import('./wish-offer.tsx')).WishOffer);
