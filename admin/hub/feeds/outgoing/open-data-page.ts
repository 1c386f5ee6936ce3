// `/open-data/`: what can be downloaded as a whole, for people.
import { page } from '../../phone/layout.ts';
import { html } from '../../phone/markup.ts';
import type { PageContext } from '../../phone/page-context.ts';
import { registerFileName, type SharedRegister } from './export-release.ts';

export function openDataPage(registers: readonly SharedRegister[], context: PageContext): string {
  const { language, text, manifest } = context;
  const words = text.openData;
  const count = (number: number) => new Intl.NumberFormat(language).format(number);
  const { byKind, records } = manifest ?? { byKind: { entry: 0 }, records: 0 };
  const file = (name: string, about: string) =>
    html`<li><a href="/open-data/${name}">${name}</a><br><small>${about}</small></li>`;
  const main = html`<h1>${words.title}</h1>
<p>${words.lead(count(records))}</p>
<section><h2>${words.all}</h2>
<ul>${file('records.csv', words.csv)}${file('records.jsonl', words.jsonLines)}${file('records.json', words.json)}</ul></section>
${
  registers.length === 0 || byKind.entry === 0
    ? null
    : html`<section><h2>${words.registers}</h2><ul>${registers.map(
        (register) =>
          html`<li><a href="/open-data/${registerFileName(register)}">${register.title}</a><br><small>${words.rows(count(register.details.entries))}</small></li>`,
      )}</ul></section>`
}
<section><h2>${words.subscribe}</h2>
<ul><li><a href="/feed.atom">/feed.atom</a><br><small>${words.atom}</small></li>
<li><a href="/feed.json">/feed.json</a><br><small>${words.jsonFeed}</small></li></ul></section>
<p><a href="/open-data/dataset.json">dataset.json</a><br><small>${words.description}</small></p>
<p><small>${words.notes}</small></p>`;
  return page(context, { title: words.title, main, isIndexed: true });
}
