// The waiting screen; without its code, which is fetched when it is first needed, the home screen simply stays.
import { lazyPart } from './lazy-part.tsx';

export const LazyAttractLoop = lazyPart(async () =>
  import('./attract-loop.tsx').then(
    (part) => part.AttractLoop,
    () => () => null,
  ),
);
