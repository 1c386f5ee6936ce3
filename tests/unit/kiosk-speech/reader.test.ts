// The reader over an engine that speaks when the test says so: order, pause, repeat, speed, volume, end.
import { beforeEach, expect, test } from 'vitest';
import { type Outcome, type Piece, Reader, type Speak } from '#kiosk/speech/reader.ts';

const piece = (text: string): Piece => ({ text, language: 'zh', range: null });
const three = ['一', '二', '三'].map(piece);

let said: string[];
let stopped: number;
let settings: { rate: number; volume: number };
let finish: (outcome: Outcome) => void;
const speak: Speak = ({ text }, given, done) => {
  said.push(text);
  settings = given;
  finish = done;
  return () => {
    stopped += 1;
  };
};

beforeEach(() => {
  said = [];
  stopped = 0;
});

function readThree(): Reader {
  const reader = new Reader(speak);
  reader.start(() => three);
  return reader;
}

test('reader › when each piece ends › it says the next, and is silent after the last', () => {
  const reader = readThree();
  expect(reader.piece.value?.text).toBe('一');
  finish('spoken');
  finish('spoken');
  expect([reader.state.value, reader.piece.value?.text]).toEqual(['reading', '三']);
  finish('spoken');
  expect(said).toEqual(['一', '二', '三']);
  expect([reader.state.value, reader.piece.value]).toEqual(['silent', null]);
});

test('reader › when paused and resumed › the engine is stopped, and the same piece begins anew', () => {
  const reader = readThree();
  finish('spoken');
  reader.pause();
  expect([reader.state.value, stopped]).toEqual(['paused', 1]);
  reader.resume();
  expect(said).toEqual(['一', '二', '二']);
});

test('reader › when asked to repeat while paused › it reads the piece again', () => {
  const reader = readThree();
  reader.pause();
  reader.repeat();
  expect([reader.state.value, said.length]).toEqual(['reading', 2]);
});

test('reader › when made faster, slower, louder or quieter › the piece begins anew that way, within bounds', () => {
  const reader = readThree();
  const usual = { ...settings };
  reader.changeRate(1);
  expect(settings.rate).toBeGreaterThan(usual.rate);
  for (let step = 0; step < 9; step += 1) reader.changeRate(-1);
  expect([settings.rate < usual.rate, reader.isSlowest.value]).toEqual([true, true]);
  for (let step = 0; step < 9; step += 1) reader.changeVolume(1);
  expect([settings.volume, reader.isLoudest.value]).toEqual([1, true]);
  reader.reset();
  reader.start(() => three);
  expect(settings).toEqual(usual);
});

test('reader › when the screen has grown by the end › it reads what came', () => {
  const reader = new Reader(speak);
  let shown = three.slice(0, 1);
  reader.start(() => shown);
  shown = three;
  finish('spoken');
  expect([reader.state.value, said]).toEqual(['reading', ['一', '二']]);
});

test('reader › when the engine fails › it says so instead of going on in silence', () => {
  const reader = readThree();
  finish('failed');
  expect([reader.state.value, said]).toEqual(['failed', ['一']]);
  reader.stop();
  expect(reader.state.value).toBe('silent');
});

test('reader › when there is nothing to read › it stays silent', () => {
  const reader = new Reader(speak);
  reader.start(() => []);
  expect([reader.state.value, said]).toEqual(['silent', []]);
});
