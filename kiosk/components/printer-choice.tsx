// Staff say which printer stands beside the terminal.
import { t } from '../i18n/translate.ts';
import { choosePrinter, printer, printers } from '../state/printer.ts';

export function PrinterChoice() {
  return (
    <section class="printer-choice">
      <h2 class="section-title">{t('print.printer')}</h2>
      <p>{t('print.printerLine')}</p>
      <fieldset class="switch printer-choice__switch" aria-label={t('print.printer')}>
        {printers.map((one) => (
          <button
            key={one}
            type="button"
            class="switch__choice"
            aria-pressed={printer.value === one}
            onClick={() => choosePrinter(one)}
          >
            {t(`print.printer.${one}`)}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
