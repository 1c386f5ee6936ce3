// A receipt as a picture, for people who keep things in their photos.
import { create } from 'qrcode';
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { symbolPath } from '#shared/handoff/symbol-path.ts';
import type { CaseReceipt } from '#shared/protocol/cases-api.ts';
import { dayWords } from './page-words.ts';

const width = 750;
const height = 1060;
const symbolSide = 400;
const font = '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';

/** A data address of a PNG. */
export function receiptImage(receipt: CaseReceipt, words: ScriptWords, address: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.textAlign = 'center';
  const line = (text: string, y: number, size: number, colour: string, weight = 400) => {
    context.fillStyle = colour;
    context.font = `${weight} ${size}px ${font}`;
    context.fillText(text, width / 2, y, width - 60);
  };
  line(words.venue, 80, 32, '#4a5560');
  line(words.kinds[receipt.kind], 150, 44, '#1d2327', 700);
  line(words.receipt.code, 240, 32, '#4a5560');
  line(receipt.code, 320, 64, '#0f5c5c', 700);
  line(receipt.needsPhone ? words.receipt.leadPhone : words.receipt.leadNoPhone, 380, 28, '#4a5560');
  drawSymbol(context, address, 420);
  line(`${words.receipt.number}  ${receipt.number}`, 900, 32, '#1d2327');
  line(`${words.receipt.receivedOn}  ${dayWords(receipt.receivedOn, words)}`, 950, 32, '#1d2327');
  line(words.receipt.lead, 1016, 26, '#4a5560');
  return canvas.toDataURL('image/png');
}

function drawSymbol(context: CanvasRenderingContext2D, text: string, top: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, path } = symbolPath(modules.size, modules.data);
  context.save();
  context.translate((width - symbolSide) / 2, top);
  context.scale(symbolSide / size, symbolSide / size);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  context.restore();
}
