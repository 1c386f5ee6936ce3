// Photos and files of a form: taken or chosen, made smaller, shown, and taken out again.

import { caseFileTypes } from '#shared/cases/case-files.ts';
import { checkFile } from '#shared/cases/forms/check-form.ts';
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import type { ChosenFile } from './kept.ts';
import { button, byId, make } from './page-words.ts';
import { markField } from './problems.ts';
import { jpegName, shrinkPhoto } from './shrink-photo.ts';

export interface FileField {
  files(): readonly ChosenFile[];
  set(files: readonly ChosenFile[]): void;
  /** Resolves when no photo is being prepared any more. */
  settled(): Promise<void>;
}

/** Null on a page without files. `onChange` is told whenever there are more or fewer. */
export function enhanceFiles(words: ScriptWords, onChange: () => void): FileField | null {
  const input = byId('files');
  const tools = byId('file-tools');
  const list = byId('file-list');
  if (!(input instanceof HTMLInputElement) || tools === null || list === null) return null;
  let chosen: readonly ChosenFile[] = [];
  let working: Promise<void> = Promise.resolve();

  const show = () => {
    for (const picture of Array.from(list.querySelectorAll('img'))) URL.revokeObjectURL(picture.src);
    list.replaceChildren(
      ...chosen.map((file) =>
        fileItem(file, words, () => {
          chosen = chosen.filter((one) => one !== file);
          markField('files', null);
          show();
          onChange();
          byId('files')?.focus();
        }),
      ),
    );
    list.hidden = chosen.length === 0;
  };

  const take = (files: readonly File[]) => {
    working = working.then(async () => {
      markField('files', null);
      for (const file of files) {
        const waiting = make('li', { class: 'file-item', role: 'status' }, [words.files.shrinking]);
        list.hidden = false;
        list.append(waiting);
        const problem = await prepare(file);
        waiting.remove();
        show();
        if (problem !== null) {
          markField('files', problem);
          break;
        }
      }
      onChange();
    });
  };

  const prepare = async (file: File): Promise<string | null> => {
    const isPhoto = file.type.startsWith('image/');
    const early = checkFile(
      { bytes: 0, mediaType: isPhoto ? 'image/jpeg' : file.type },
      chosen.length,
      caseFileTypes,
    );
    if (early !== null) return words.problems[early];
    try {
      const blob = isPhoto ? await shrinkPhoto(file) : file;
      const late = checkFile({ bytes: blob.size, mediaType: blob.type }, chosen.length, caseFileTypes);
      if (late !== null) return words.problems[late];
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const name = isPhoto ? jpegName(file.name) : file.name.slice(0, 120);
      chosen = [...chosen, { name, mediaType: blob.type, bytes }];
      return null;
    } catch {
      return words.files.unreadable;
    }
  };

  drawTools(input, tools, words, take);
  return {
    files: () => chosen,
    set(files) {
      chosen = files;
      show();
    },
    settled: () => working,
  };
}

/** Two large buttons in the place of the browser's own: one opens the camera, one what is on the phone. */
function drawTools(
  input: HTMLInputElement,
  tools: HTMLElement,
  words: ScriptWords,
  take: (files: readonly File[]) => void,
): void {
  const camera = make('input', { type: 'file', accept: 'image/*', capture: 'environment' });
  camera.hidden = true;
  const choose = button(words.files.choose, 'plain', () => input.click());
  const photograph = button(words.files.take, 'plain', () => camera.click());
  for (const source of [input, camera]) {
    source.addEventListener('change', () => {
      take(Array.from(source.files ?? []));
      source.value = '';
    });
  }
  // Whoever was faster than the script has chosen already.
  if (input.files !== null && input.files.length > 0) take(Array.from(input.files));
  const label = document.querySelector(`label[for="${input.id}"]`);
  const name = make('span', { id: 'files-name', class: 'field__name' }, Array.from(label?.childNodes ?? []));
  label?.replaceWith(name);
  tools.setAttribute('role', 'group');
  tools.setAttribute('aria-labelledby', 'files-name');
  // The first button answers to the field's id, so that a problem leads there.
  input.id = 'files-input';
  input.hidden = true;
  input.removeAttribute('name');
  photograph.id = 'files';
  photograph.setAttribute('aria-describedby', 'files-hint files-problem');
  tools.append(photograph, choose, camera);
  tools.hidden = false;
  const privacy = byId('files-privacy');
  if (privacy !== null) privacy.hidden = false;
}

function fileItem(file: ChosenFile, words: ScriptWords, remove: () => void): HTMLLIElement {
  const isPhoto = file.mediaType.startsWith('image/');
  const picture = isPhoto
    ? photoOf(file)
    : make('span', { class: 'file-item__paper', 'aria-hidden': 'true' }, ['PDF']);
  const off = button(words.files.removeShort, '', remove);
  off.setAttribute('aria-label', fillWords(words.files.remove, { name: file.name }));
  const size = `${Math.max(1, Math.round(file.bytes.length / 1000))} kB`;
  return make('li', { class: 'file-item' }, [
    picture,
    make('span', { class: 'file-item__name' }, [file.name, make('br'), make('small', {}, [size])]),
    off,
  ]);
}

function photoOf(file: ChosenFile): HTMLImageElement {
  const blob = new Blob([new Uint8Array(file.bytes)], { type: file.mediaType });
  return make('img', { src: URL.createObjectURL(blob), alt: '' });
}
