// The rich-text editor of a body: a maintained editor over the project's own model of what a body may hold.
import { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { cleanPastedHtml } from '../state/pasted-html.ts';
import { isSaveKey } from '../state/save-key.ts';
import { withTableHeads } from '../state/table-heads.ts';
import { bodyExtensions } from './body-extensions.ts';
import { BodyTools } from './body-tools.tsx';
import { useLinkDialog } from './link-dialog.tsx';

export interface BodyEditorProps {
  /** Shown when the editor opens; later values are taken over only when `revision` changes. */
  readonly html: string;
  readonly revision: number;
  /** Whoever only decides reads the body and marks words in it. */
  readonly isReadOnly?: boolean;
  /** Called only for what a person changed, so that opening a record never alters it. */
  readonly onChange: (html: string) => void;
}

/** Bodies past this size are not written out at every key, but when the hands rest. */
const largeDocumentSize = 30_000;
const restMs = 400;

function openEditor(element: HTMLElement, html: string, isReadOnly: boolean): Editor {
  return new Editor({
    element,
    content: html,
    editable: !isReadOnly,
    // The styles come with the page: the content security policy allows none made at run time.
    injectCSS: false,
    extensions: bodyExtensions,
    editorProps: {
      transformPastedHTML: cleanPastedHtml,
      attributes: {
        'aria-labelledby': 'editor-body',
        role: 'textbox',
        'aria-multiline': 'true',
        ...(isReadOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
      },
    },
  });
}

/** Hands over what was typed: at once for ordinary bodies, at rest or when the editor is left for large ones. */
function reportTyping(editor: Editor, report: (html: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    report(withTableHeads(editor.getHTML()));
  };
  editor.on('update', () => {
    clearTimeout(timer);
    timer = setTimeout(flush, restMs);
    if (editor.state.doc.content.size < largeDocumentSize) flush();
  });
  editor.on('blur', flush);
  editor.view.dom.addEventListener('keydown', (event) => isSaveKey(event) && flush());
  return flush;
}

export function BodyEditor({ html, revision, isReadOnly = false, onChange }: BodyEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const report = useRef(onChange);
  report.current = onChange;
  const flush = useRef(() => {});
  const [, redraw] = useState(0);
  const link = useLinkDialog();

  // Leaving the screen hands over the last words; a body replaced from outside does not take them back.
  useEffect(() => () => flush.current(), []);

  useEffect(() => {
    if (!place.current) return;
    const opened = openEditor(place.current, html, isReadOnly);
    editor.current = opened;
    flush.current = reportTyping(opened, (typed) => report.current(typed));
    const follow = () => redraw((count) => count + 1);
    opened.on('transaction', follow);
    follow();
    return () => {
      opened.destroy();
      editor.current = null;
    };
  }, [revision]);

  const setLink = async () => {
    const present = editor.current?.getAttributes('link').href;
    const address = await link.ask(typeof present === 'string' ? present : '');
    const chain = editor.current?.chain().focus().extendMarkRange('link');
    if (address === '') chain?.unsetLink().run();
    else if (address !== null) chain?.setLink({ href: address }).run();
  };

  return (
    <div class="body-editor body-editor-room">
      {!isReadOnly && <BodyTools editor={editor.current} onLink={() => void setLink()} />}
      <div ref={place} class="body-text" />
      {link.dialog}
    </div>
  );
}
