// `/m/list#…`: reads the list out of the fragment and opens it as a page that works without any script.
import { formatHandoff } from '#shared/handoff/codes.ts';
import { decodeList } from '#shared/handoff/list-payload.ts';
import { pageElement } from './page-element.ts';

const told = pageElement('list-told', HTMLElement);

function open(): void {
  const records = decodeList(location.hash.slice(1));
  told.hidden = false;
  if (records === null) {
    told.textContent = told.dataset.damaged ?? '';
    return;
  }
  const codes = records.map(({ code, version }) => formatHandoff(code, version)).join(',');
  location.replace(`/m/list/${codes}${location.search}`);
}

addEventListener('hashchange', open);
open();
