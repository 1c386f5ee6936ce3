// `/m/receive` and `/m/part#…`: gathers the symbols of a long text and shows it when it is whole.
import { inflateSync } from 'fflate';
import { FrameGatherer } from '#shared/handoff/frame-gatherer.ts';
import { type Camera, hasCamera, startCamera } from './camera.ts';
import { keepFrames, loadFrames } from './kept-frames.ts';
import { pageElement } from './page-element.ts';
import { prepareReader } from './read-symbol.ts';

const gather = pageElement('gather', HTMLElement);
const whole = pageElement('whole', HTMLElement);
const received = pageElement('received', HTMLElement);
const progress = pageElement('progress', HTMLProgressElement);
const trouble = pageElement('trouble', HTMLElement);
const view = pageElement('view', HTMLElement);
const startButton = pageElement('start', HTMLButtonElement);
const stopButton = pageElement('stop', HTMLButtonElement);
const clearButton = pageElement('clear', HTMLButtonElement);
const paste = pageElement('paste', HTMLFormElement);
const pasted = pageElement('pasted', HTMLTextAreaElement);
const text = pageElement('text', HTMLElement);

const nothingYet = received.textContent ?? '';
const gatherer = new FrameGatherer((bytes, maxBytes) =>
  inflateSync(bytes, { out: new Uint8Array(maxBytes) }),
);
let camera: Camera | null = null;

function tellTrouble(kind: 'other' | 'damaged' | 'noCamera' | 'refused' | null): void {
  trouble.hidden = kind === null;
  trouble.textContent = kind === null ? '' : (trouble.dataset[kind] ?? '');
}

function showProgress(): void {
  const { held, needed } = gatherer.progress;
  const words = received.dataset.progress ?? '';
  received.textContent =
    needed === 0 ? nothingYet : words.replace('{held}', String(held)).replace('{needed}', String(needed));
  progress.max = Math.max(needed, 1);
  progress.value = held;
  clearButton.hidden = needed === 0;
}

function stopCamera(): void {
  camera?.stop();
  camera = null;
  view.hidden = true;
  stopButton.hidden = true;
  startButton.hidden = !hasCamera();
}

function showWhole(words: string): void {
  stopCamera();
  keepFrames([], Date.now());
  gather.hidden = true;
  whole.hidden = false;
  text.textContent = words;
  pageElement('done', HTMLElement).focus();
}

/** `isAsked` tells a frame somebody opened or pasted from what a camera happened to see. */
function take(scanned: string, isAsked: boolean): void {
  let gathered = gatherer.add(scanned);
  // Who opens a frame of another text wants that one: what was left of the one before is given up.
  if (gathered === 'other' && isAsked) {
    gatherer.clear();
    gathered = gatherer.add(scanned);
  }
  if (gathered === 'new') {
    tellTrouble(null);
    keepFrames(gatherer.scanned, Date.now());
  } else if (gathered === 'other') tellTrouble('other');
  else if (gathered === 'no-frame' && isAsked) tellTrouble('damaged');
  showProgress();
  const words = gatherer.text();
  if (words !== null) showWhole(words);
}

function startAnew(): void {
  gatherer.clear();
  keepFrames([], Date.now());
  tellTrouble(null);
  history.replaceState(null, '', location.pathname + location.search);
  whole.hidden = true;
  gather.hidden = false;
  showProgress();
}

async function begin(): Promise<void> {
  startButton.hidden = true;
  stopButton.hidden = false;
  view.hidden = false;
  tellTrouble(null);
  try {
    camera = await startCamera(pageElement('video', HTMLVideoElement), (seen) => take(seen, false));
  } catch {
    stopCamera();
    tellTrouble('refused');
  }
}

/** Scanned pages pasted one after the other: each begins with its heading in corner brackets. */
function takePasted(): void {
  for (const page of pasted.value.split(/(?=「)|(?=https?:\/\/)/)) if (page.trim() !== '') take(page, true);
  pasted.value = '';
}

function takeFragment(): void {
  if (location.hash.length > 1) take(location.hash, true);
}

gather.hidden = false;
startButton.hidden = !hasCamera();
if (!hasCamera()) tellTrouble('noCamera');
startButton.addEventListener('click', () => void begin());
stopButton.addEventListener('click', stopCamera);
clearButton.addEventListener('click', startAnew);
pageElement('again', HTMLButtonElement).addEventListener('click', startAnew);
paste.addEventListener('submit', (event) => {
  event.preventDefault();
  takePasted();
});
addEventListener('hashchange', takeFragment);
for (const frame of loadFrames(Date.now())) gatherer.add(frame);
showProgress();
takeFragment();
if (hasCamera() && location.pathname.endsWith('/receive')) void prepareReader().catch(() => undefined);
