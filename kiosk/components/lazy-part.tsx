// Shows a part of the interface whose code is fetched when it is first needed.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component standing for one that `load` brings; it shows nothing until then, and throws if it cannot. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | null = null;
  return function LazyPart(props: Props) {
    const [Part, setPart] = useState<{ Component: ComponentType<Props> | null; error?: unknown }>(() => ({
      Component: known,
    }));
    useEffect(() => {
      if (known) return;
      let isGone = false;
      load().then(
        (Component) => {
          known = Component;
          if (!isGone) setPart({ Component });
        },
        (error: unknown) => !isGone && setPart({ Component: null, error }),
      );
      return () => {
        isGone = true;
      };
    }, []);
    if (Part.error) throw Part.error;
    return Part.Component ? <Part.Component {...props} /> : null;
  };
}
