// English words of the convenience card and of printing it.
import type { Translated } from '../zh/index.ts';
import type { printZh } from '../zh/print.ts';

export const printEn: Translated<typeof printZh> = {
  'print.open': 'Print a card',
  'print.title': 'Print a card',
  'print.card': 'Convenience card',
  'print.preview': 'Preview of the card',
  'print.print': 'Print',
  'print.again': 'Print one more',
  'print.sent': 'Sent to the printer. Take it from the paper slot.',
  'print.paper.receipt': 'Printed on 80 mm receipt paper.',
  'print.paper.a4': 'Printed on a sheet of A4.',
  'print.scan': 'Scan to read it all on your phone',
  'print.asOf': 'Content as of {date}',
  'print.caution': 'What the issuing agency publishes last applies.',
  'print.agencyAddress': 'Agency address',
  'print.printer': 'Printer',
  'print.printerLine':
    'With a printer beside the terminal, visitors can print a card. “None” hides the button.',
  'print.printer.none': 'None',
  'print.printer.receipt': '80 mm receipt',
  'print.printer.a4': 'A4',
};
