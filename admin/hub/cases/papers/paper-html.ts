// A paper of a case as HTML to print, in the style all printed papers share.
import { html, type Markup } from '../../phone/markup.ts';
import { fieldOf, type PaperText, paragraphsOf, rowsOf } from './paper-text.ts';

export function paperHtml(text: PaperText): string {
  return (text.layout === 'sheet' ? sheetHtml(text) : letterHtml(text)).text;
}

function letterHtml(text: PaperText): Markup {
  const addressee = fieldOf(text, 'addressee');
  const contact = paragraphsOf(fieldOf(text, 'contact'));
  return html`<h1>${fieldOf(text, 'title')}</h1><p class="paper-number">${fieldOf(text, 'number')}</p>
    <div class="prose">
      ${addressee !== '' && html`<p class="addressee">${addressee}：</p>`}
      ${paragraphsOf(fieldOf(text, 'body')).map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>
    <div class="signed"><p>${fieldOf(text, 'signer')}</p><p>${fieldOf(text, 'date')}</p></div>
    <div class="prose paper-contact">${contact.map((line) => html`<p>${line}</p>`)}</div>`;
}

function sheetHtml(text: PaperText): Markup {
  const rows = rowsOf(text).map(
    ({ label, value }) => html`<tr><th scope="row" class="centre">${label}</th><td>${value}</td></tr>`,
  );
  return html`<h1>${fieldOf(text, 'title')}</h1><p class="remark">登记编号：${fieldOf(text, 'number')}</p>
    <div class="report"><table class="table-fixed"><colgroup><col width="20%"><col width="80%"></colgroup>
    <tbody>${rows}</tbody></table></div>`;
}
