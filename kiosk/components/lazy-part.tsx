// Shows a part of the interface whose code is fetched when it is first needed.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A component standing for one that `load` brings; it shows nothing until then, and throws if it cannot. After `preload`
 * it is drawn with the first frame.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | null = null;
  const bring = async () => {
    known ??= await load();
    return known;
  };
  function LazyPart(props: Props) {
    const [Part, setPart] = useState<{ Component: ComponentType<Props> | null; error?: unknown }>(() => ({
      Component: known,
    }));
    useEffect(() => {
      if (known) return;
      let isGone = false;
      bring().then(
        (Component) => !isGone && setPart({ Component }),
        (error: unknown) => !isGone && setPart({ Component: null, error }),
      );
      return () => {
        isGone = true;
      };
    }, []);
    if (Part.error) throw Part.error;
    return Part.Component ? <Part.Component {...props} /> : null;
  }
  return Object.assign(LazyPart, { preload: bring });
}
