// Says across tabs and crashes which generations are on screen: a lock is held for as long as one is open.

const prefix = 'mingchuang-generation-';

/** Holds a generation against removal until the function given back is called or this context ends. */
export async function holdGeneration(version: number): Promise<() => void> {
  return await new Promise((resolve, reject) => {
    const held = (release: () => void) => resolve(release);
    navigator.locks
      .request(`${prefix}${version}`, { mode: 'shared' }, () => new Promise<void>((done) => held(done)))
      .catch(reject);
  });
}

/** Every generation on screen anywhere. */
export async function heldVersions(): Promise<ReadonlySet<number>> {
  const { held = [] } = await navigator.locks.query();
  const versions = held
    .filter(({ name }) => name?.startsWith(prefix))
    .map(({ name }) => Number(name?.slice(prefix.length)));
  return new Set(versions);
}
