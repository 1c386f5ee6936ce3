// Words somebody marked in the body of a record, kept while the hand goes from the text to the comment.
import { useEffect, useState } from 'preact/hooks';

/** As many characters as a comment may quote. */
const mostQuoted = 500;

/** Where the body stands on the page, written in or only read. */
export const bodyPlace = '.body-text';

function wordsMarked(): string | null {
  const selection = getSelection();
  const at = selection?.anchorNode;
  const element = at instanceof Element ? at : at?.parentElement;
  if (!selection || !element?.closest(bodyPlace)) return null;
  return selection.toString().replace(/\s+/g, ' ').trim().slice(0, mostQuoted);
}

/** The words marked last; the empty text when there are none or somebody clicked elsewhere in the body. */
export function useSelectedWords(): readonly [words: string, forget: () => void] {
  const [words, setWords] = useState('');
  useEffect(() => {
    const follow = () => {
      const marked = wordsMarked();
      if (marked !== null) setWords(marked);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, []);
  return [words, () => setWords('')];
}
