// A guide as a list to take along: ticks stay on this phone, and the page opens without a network where it may.
(() => {
  const along = document.querySelector('[data-guide]');
  if (!along) return;
  const key = `mingchuang.guide.${along.dataset.guide}`;
  const boxes = [...document.querySelectorAll('[data-tick]')];
  const told = document.getElementById('along-told');
  const mostTicks = 1000;

  // Storage may be off or full: then ticks last as long as the page.
  const readTicks = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
      return new Set(Array.isArray(kept) ? kept.slice(0, mostTicks) : []);
    } catch {
      return new Set();
    }
  };
  const keepTicks = () => {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.dataset.tick);
    try {
      if (ticked.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(ticked));
    } catch {}
  };

  const tell = (words) => {
    if (!told || !words) return;
    told.textContent = words;
    told.hidden = false;
  };

  const clear = document.querySelector('[data-clear-ticks]');
  const showSums = () => {
    for (const list of document.querySelectorAll('.ticks')) {
      const sum = list.querySelector('.whole');
      const own = [...list.querySelectorAll('[data-tick]')];
      const isWhole = own.length > 0 && own.every((box) => box.checked);
      if (sum.hidden !== isWhole) continue;
      sum.hidden = !isWhole;
      sum.textContent = isWhole ? sum.dataset.whole : '';
      if (isWhole && sum.dataset.note) {
        const note = document.createElement('small');
        note.textContent = sum.dataset.note;
        sum.append(' ', note);
      }
    }
    if (clear) clear.hidden = !boxes.some((box) => box.checked);
  };

  const ticks = readTicks();
  for (const box of boxes) {
    box.checked = ticks.has(box.dataset.tick);
    box.addEventListener('change', () => {
      keepTicks();
      showSums();
    });
  }
  showSums();

  clear?.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    keepTicks();
    showSums();
    tell(told?.dataset.cleared);
  });

  const print = document.querySelector('[data-print]');
  const isWeChat = /MicroMessenger/i.test(navigator.userAgent);
  if (print && !isWeChat && typeof window.print === 'function') {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
  // Paper cannot be unfolded.
  addEventListener('beforeprint', () => {
    for (const folded of document.querySelectorAll('details:not([open])')) {
      folded.open = true;
      folded.dataset.folded = '';
    }
  });
  addEventListener('afterprint', () => {
    for (const opened of document.querySelectorAll('[data-folded]')) {
      opened.open = false;
      delete opened.dataset.folded;
    }
  });

  // Without a secure context (plain http in a hall, some apps) there is no worker, and nothing is missing but this.
  const keepPage = async () => {
    if (!navigator.serviceWorker) return;
    const registration = await navigator.serviceWorker.register(along.dataset.worker, { scope: '/m/' });
    const worker = registration.active ?? (await navigator.serviceWorker.ready).active;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => {
      if (data === true) tell(navigator.onLine === false ? told?.dataset.offline : told?.dataset.kept);
    };
    const assets = along.dataset.assets.split(' ');
    worker?.postMessage({ keep: location.pathname + location.search, assets }, [channel.port2]);
  };
  if (navigator.onLine === false) tell(told?.dataset.offline);
  keepPage().catch(() => {});
})();
