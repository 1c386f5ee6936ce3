// What the phone page can do more when scripts run: copy the link or the address, and share.
(() => {
  const told = document.getElementById('told');

  const tell = (button, words) => {
    const before = button.textContent;
    button.textContent = words;
    if (told) told.textContent = words;
    setTimeout(() => {
      button.textContent = before;
    }, 2000);
  };

  // Over plain http there is no clipboard API; selecting and copying works everywhere.
  const copyBySelection = (text) => {
    const field = document.createElement('textarea');
    field.value = text;
    field.setAttribute('readonly', '');
    field.className = 'hidden';
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  };

  const address = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
  const done = document.querySelector('[data-copy-link]')?.dataset.done ?? '';

  const offerCopy = (button, text) => {
    button.hidden = false;
    button.addEventListener('click', async () => {
      if (await copy(text())) tell(button, done);
    });
  };

  for (const button of document.querySelectorAll('[data-copy-link]')) offerCopy(button, () => address);
  for (const button of document.querySelectorAll('[data-copy-from]')) {
    offerCopy(button, () => document.getElementById(button.dataset.copyFrom)?.textContent ?? '');
  }
  for (const button of document.querySelectorAll('[data-share]')) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.share({ title: document.title, url: address }).catch(() => {});
    });
  }
})();
