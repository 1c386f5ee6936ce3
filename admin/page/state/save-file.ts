// Hands a file the page holds to the browser, to be kept under a name.

/** Long enough for the browser to have taken the bytes over. */
const keepMs = 60_000;

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keepMs);
}
