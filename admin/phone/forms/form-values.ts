// Reads what a form holds, and puts a draft back into it.

/** Every field with words in it, by name; files apart. */
export function readValues(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string' && value !== '') values[name] = value;
  });
  return values;
}

/** Puts values into their fields; fields the values do not name are emptied. */
export function writeValues(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const element of Array.from(form.elements)) {
    if (element instanceof HTMLInputElement) writeInput(element, values);
    else if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
      element.value = values[element.name] ?? '';
    }
  }
}

function writeInput(input: HTMLInputElement, values: Readonly<Record<string, string>>): void {
  const value = values[input.name];
  if (input.type === 'file') return;
  if (input.type === 'radio') {
    // A choice nobody made before keeps the one the page offers.
    if (value !== undefined) input.checked = input.value === value;
  } else if (input.type === 'checkbox') input.checked = value !== undefined;
  else if (input.type === 'hidden') {
    // What the page is about is the page's own; only the submission goes on as the one it was.
    if (input.name === 'submissionId' && value !== undefined) input.value = value;
  } else input.value = value ?? '';
}
