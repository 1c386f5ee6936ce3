// The button of a paper that prints it.
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
