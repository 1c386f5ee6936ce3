// Looks at the screen through the phone's camera and tells every symbol it reads, until it is stopped.
import { createReader } from './read-symbol.ts';

/** Between two looks, in milliseconds: several to a symbol of the terminal, and time for the phone to breathe. */
const pauseMs = 90;

export interface Camera {
  stop(): void;
}

/** Cameras are there only in a secure context: https, or the phone's own machine. */
export function hasCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}

/** Throws what the browser throws when the camera is refused or missing. */
export async function startCamera(
  video: HTMLVideoElement,
  onSymbol: (text: string) => void,
): Promise<Camera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 1280 } },
  });
  let isOn = true;
  const stop = () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
    const read = await createReader();
    const look = async () => {
      if (!isOn) return;
      // One picture that cannot be read is no reason to stop looking.
      const text = await read(video).catch(() => null);
      if (text !== null && isOn) onSymbol(text);
      setTimeout(look, pauseMs);
    };
    void look();
  } catch (thrown) {
    stop();
    throw thrown;
  }
  return { stop };
}
