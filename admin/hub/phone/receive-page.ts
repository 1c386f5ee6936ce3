// The page that gathers the symbols of a long text; its script does the work and finds its words here.
import { page } from './layout.ts';
import { html } from './markup.ts';
import type { PageContext } from './page-context.ts';

export function receivePage(context: PageContext): string {
  const words = context.text.handOff.receive;
  const main = html`<h1>${words.title}</h1>
<noscript><p class="note">${words.noScript}</p></noscript>
<section id="gather" class="gather" hidden>
<p>${words.intro}</p>
<p id="received" class="gather__count" role="status" data-progress="${words.progress('{held}', '{needed}')}">${words.none}</p>
<progress id="progress" value="0" max="1" aria-labelledby="received"></progress>
<p id="trouble" class="version changed" role="alert" data-other="${words.other}" data-damaged="${words.damaged}" data-no-camera="${words.noCamera}" data-refused="${words.refused}" hidden></p>
<div id="view" class="gather__view" hidden><video id="video" playsinline muted aria-label="${words.aim}"></video><p>${words.aim}</p></div>
<p class="gather__buttons"><button type="button" class="solid" id="start" hidden>${words.camera}</button>
<button type="button" class="solid" id="stop" hidden>${words.stop}</button>
<button type="button" class="plain" id="clear" hidden>${words.clear}</button></p>
<form id="paste" class="gather__paste"><label for="pasted">${words.pasted}</label>
<textarea id="pasted" rows="3" autocomplete="off" spellcheck="false"></textarea>
<button class="plain">${words.add}</button></form>
</section>
<section id="whole" class="gather" hidden>
<h2 id="done" tabindex="-1">${words.done}</h2>
<div id="text" class="gather__text"></div>
<p class="gather__buttons"><button type="button" class="solid" id="copy" data-copy-from="text">${words.copy}</button>
<button type="button" class="plain" id="again">${words.clear}</button></p>
<p class="kept">${words.private}</p>
</section><span hidden data-copy-link data-done="${words.copied}"></span><p class="hidden" id="told" role="status"></p>`;
  return page(context, { title: words.title, main, module: '/m/app/receive.js' });
}
