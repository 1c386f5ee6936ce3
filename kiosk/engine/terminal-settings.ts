// The terminal's own facts as screens read and write them: the store's code is fetched when it is first needed.
import type { TerminalSettings } from './engine.ts';

/** One connection for the page, beside those of the workers. */
export function openTerminalSettings(): TerminalSettings {
  let opening: Promise<TerminalSettings> | null = null;
  const open = () => {
    opening ??= connect().catch((thrown) => {
      opening = null;
      throw thrown;
    });
    return opening;
  };
  return {
    load: async () => await (await open()).load(),
    persist: async (changes) => await (await open()).persist(changes),
  };
}

async function connect(): Promise<TerminalSettings> {
  const [{ KioskStore }, { loadSettings, persistSettings }] = await Promise.all([
    import('../store/kiosk-store.ts'),
    import('../store/settings-store.ts'),
  ]);
  const store = new KioskStore();
  return {
    load: () => loadSettings(store),
    persist: (changes) => persistSettings(store, changes),
  };
}
