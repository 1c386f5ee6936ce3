// The keypads; their code is fetched when the first of them is opened.
import { lazyPart } from './lazy-part.tsx';

export const LazyKeypad = lazyPart(async () => (await import('./keypad.tsx')).Keypad);
export const LazyFindKeypad = lazyPart(async () => (await import('./find-keypad.tsx')).FindKeypad);
