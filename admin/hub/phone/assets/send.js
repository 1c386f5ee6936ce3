// Sends the form of an upload link with a progress bar. Without this script the form works as any other.
const form = document.getElementById('send');
const going = document.getElementById('going');
const bar = document.getElementById('bar');
const trouble = document.getElementById('trouble');
const button = form.querySelector('button');

function show(words, part) {
  going.hidden = false;
  going.textContent = words;
  bar.hidden = false;
  bar.value = part;
}

function settle(words) {
  button.disabled = false;
  going.hidden = true;
  bar.hidden = true;
  trouble.hidden = words === '';
  trouble.textContent = words;
  if (words !== '') trouble.scrollIntoView({ block: 'center' });
}

/** The hub answers with a page: a receipt under its own address, or the reason why not. */
function finish(request) {
  if (request.status === 200 && request.responseURL.startsWith(`${location.origin}${location.pathname}/`)) {
    location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  settle(page.querySelector('[role="alert"]')?.textContent || form.dataset.failed);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const part = total > 0 ? loaded / total : 0;
    show(form.dataset.sent.replace('{percent}', String(Math.floor(part * 100))), part);
  });
  request.addEventListener('load', () => finish(request));
  request.addEventListener('error', () => settle(form.dataset.failed));
  button.disabled = true;
  trouble.hidden = true;
  show(form.dataset.sending, 0);
  request.send(new FormData(form));
});
