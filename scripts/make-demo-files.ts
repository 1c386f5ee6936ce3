// Makes the PDF and Word files of the demonstration venue anew; the results are kept in the repository.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeDocx } from './demo-files/docx-writer.ts';
import { drawings } from './demo-files/drawings.ts';
import { guideForms } from './demo-files/guide-forms.ts';
import { officialPapers } from './demo-files/official-papers.ts';
import { openPrinter, printPdf } from './demo-files/print-pdf.ts';
import { printedForms } from './demo-files/printed-forms.ts';
import { wordPapers } from './demo-files/word-papers.ts';

const folder = fileURLToPath(new URL('../admin/hub/demo/files/', import.meta.url));

function save(name: string, bytes: Uint8Array): void {
  writeFileSync(`${folder}${name}`, bytes);
  process.stdout.write(`${name}  ${Math.ceil(bytes.length / 1024)} kB\n`);
}

async function makeDemoFiles(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const paper of [...wordPapers(), ...guideForms()]) save(paper.name, writeDocx(paper));
  const printer = await openPrinter();
  try {
    for (const job of [...officialPapers(), ...printedForms(), ...drawings()])
      save(job.name, await printPdf(printer, job));
  } finally {
    await printer.close();
  }
}

if (import.meta.main) await makeDemoFiles();
