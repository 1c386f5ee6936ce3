// The keypad; its code is fetched when it is first opened.
import { lazyPart } from './lazy-part.tsx';

export const LazyKeypad = lazyPart(async () => (await import('./keypad.tsx')).Keypad);
