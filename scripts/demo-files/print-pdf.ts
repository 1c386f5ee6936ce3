// Prints HTML of ours to PDF files with Chromium: A4, fonts embedded as subsets, the same bytes on every run.
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../setup.ts';
import { packPdf } from './pack-pdf.ts';
import { paperStyle } from './paper-style.ts';

/** One sheet or more to print. */
export interface PrintJob {
  readonly name: string;
  readonly title: string;
  /** What stands inside `<body>`. */
  readonly html: string;
  readonly isLandscape?: boolean;
  /** Page numbers in the form of official papers: — 1 —. */
  readonly hasPageNumbers?: boolean;
  /** Margins as CSS lengths: top, right, bottom, left. */
  readonly margins?: readonly [string, string, string, string];
}

/** Every file carries this instant, so that printing again changes no byte. */
const fixedInstant = 'D:20261120090000';
const ordinaryMargins = ['22mm', '20mm', '20mm', '20mm'] as const;

const footer = `<div style="width:100%;text-align:center;font:10pt 'Noto Serif CJK SC'">— <span class="pageNumber"></span> —</div>`;

/** Starts Chromium without a network; the caller closes it. Throws when there is none. */
export async function openPrinter(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Printing needs Chromium: install it, or set MINGCHUANG_CHROMIUM.');
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** The bytes of the finished PDF. */
export async function printPdf(browser: Browser, job: PrintJob): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    const [top, right, bottom, left] = job.margins ?? ordinaryMargins;
    await page.setContent(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${job.title}</title>
      <style>${paperStyle}</style></head><body>${job.html}</body></html>`,
    );
    const bytes = await page.pdf({
      format: 'A4',
      landscape: job.isLandscape ?? false,
      printBackground: true,
      displayHeaderFooter: job.hasPageNumbers ?? false,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      margin: { top, right, bottom, left },
    });
    return packPdf(withFixedDates(bytes));
  } finally {
    await page.close();
  }
}

/** Replaces the dates of printing by one of the same length: offsets inside the file stay right. */
function withFixedDates(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replaceAll(/D:\d{14}/g, fixedInstant), 'latin1');
}
