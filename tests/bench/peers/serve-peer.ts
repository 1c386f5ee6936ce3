// The worker's end of a peer: stores its files once, opens at start, answers one question after the other.

export interface Peer {
  /** Opens what was stored before. */
  open(): Promise<void>;
  /** How many results the first page has: at most 20. */
  search(text: string): Promise<number> | number;
}

export type ToPeer =
  | { readonly type: 'store'; readonly urls: readonly string[] }
  | { readonly type: 'search'; readonly text: string };

export type FromPeer = { readonly value: number } | { readonly error: string };

/** @param store lays the files down where `open` finds them */
export function servePeer(peer: Peer, store: (urls: readonly string[]) => Promise<void> = storeFiles): void {
  let opened: Promise<void> | null = null;
  const answer = async (message: ToPeer): Promise<number> => {
    if (message.type === 'store') {
      await store(message.urls);
      return 0;
    }
    opened ??= peer.open();
    await opened;
    return await peer.search(message.text);
  };
  addEventListener('message', ({ data }: MessageEvent<ToPeer>) => {
    answer(data).then(
      (value) => postMessage({ value } satisfies FromPeer),
      (thrown) => postMessage({ error: String(thrown) } satisfies FromPeer),
    );
  });
}

const nameOf = (url: string) => decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));

/** Puts files into the origin-private file system, each under its name. */
export async function storeFiles(urls: readonly string[]): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  for (const url of urls) {
    const { body } = await fetch(url);
    const file = await folder.getFileHandle(nameOf(url), { create: true });
    await body?.pipeTo(await file.createWritable());
  }
}

export async function readStored(name: string): Promise<string> {
  const folder = await navigator.storage.getDirectory();
  return await (await (await folder.getFileHandle(name)).getFile()).text();
}
