// The writing pad; its code is fetched when it is first opened.
import { lazyPart } from './lazy-part.tsx';

export const LazyHandwritingPad = lazyPart(
  async () => (await import('./handwriting-pad.tsx')).HandwritingPad,
);
