// Frames that were opened one by one stay on this phone until the text is whole, or for a day.

const key = 'mingchuang.frames';
const longestMs = 86_400_000;
/** More frames than any text has. */
const mostFrames = 255;

/** What earlier visits of the page took; nothing where storage is refused, stale or not ours. */
export function loadFrames(now: number): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('frames' in kept) || !('at' in kept)) return [];
    const { frames, at } = kept;
    if (!Array.isArray(frames) || typeof at !== 'number' || Math.abs(now - at) > longestMs) return [];
    return frames.filter((frame) => typeof frame === 'string').slice(0, mostFrames);
  } catch {
    return [];
  }
}

/** Keeps the frames, or forgets them all when there are none. */
export function keepFrames(frames: readonly string[], now: number): void {
  try {
    if (frames.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ frames, at: now }));
  } catch {
    // Storage that is full or refused: the frames live as long as the page.
  }
}
