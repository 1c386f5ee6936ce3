// Where the responsible office is, when it is open and how to call it, each as something one can tap.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { factTable } from './fact-table.ts';
import { phoneLinks } from './format.ts';
import { html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

export interface Office {
  readonly name: string;
  readonly address: string | null;
  /** A guide's own counter. */
  readonly window: string | null;
  readonly phone: string | null;
  readonly complaintPhone: string | null;
  readonly hours: string | null;
}

/** A guide's own counter first, then the agency's office. */
export function officeOf(record: CatalogueRecord, context: PageContext): Office {
  const agency = context.manifest?.agencies.find(({ id }) => id === record.agencyId);
  const guide = record.details?.type === 'guide' ? record.details : null;
  return {
    name: record.agencyName,
    address: guide?.address ?? agency?.address ?? null,
    window: guide?.window ?? null,
    phone: guide?.phone ?? agency?.phone ?? null,
    complaintPhone: guide?.complaintPhone ?? null,
    hours: guide?.hours ?? agency?.hours ?? null,
  };
}

/** `geo:` (RFC 5870) opens the map on Android and HarmonyOS, `maps:` on an iPhone; neither names a company's site. */
export function mapLink(address: string, isApple: boolean): string {
  const query = encodeURIComponent(address.toWellFormed());
  return isApple ? `maps:?q=${query}` : `geo:0,0?q=${query}`;
}

/** Null when nothing is known but the name. */
export function officeSection(
  office: Office,
  context: PageContext,
  title = context.text.office.title,
): Markup | null {
  const words = context.text.office;
  const { address, window, phone, complaintPhone, hours } = office;
  if ([address, window, phone, complaintPhone, hours].every((known) => known === null)) return null;
  const table = factTable(
    office.name,
    [
      [words.address, address === null ? null : addressCell(address, context)],
      [context.text.guidePage.window, window],
      [words.phone, phone === null ? null : phoneLinks(phone)],
      [words.complaintPhone, complaintPhone === null ? null : phoneLinks(complaintPhone)],
      [words.hours, hours],
    ],
    true,
  );
  return html`<section id="office"><h2>${title}</h2>${table}</section>`;
}

function addressCell(address: string, { text, isApple }: PageContext): Markup {
  return html`<span id="office-address">${address}</span><br>
<a class="map" href="${mapLink(address, isApple)}">${text.office.map}</a>
<button class="quiet" type="button" data-copy-from="office-address" hidden>${text.office.copyAddress}</button>`;
}
