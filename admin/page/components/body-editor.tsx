// The rich-text editor of a body: a maintained editor, kept to the tags that the hub's sanitiser lets through.
import { Editor } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import Subscript from '@tiptap/extension-subscript';
import Superscript from '@tiptap/extension-superscript';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import type { IconNode } from 'lucide';
import { Bold, Heading2, Heading3, List, ListOrdered, Pilcrow, Redo2, Table2, Undo2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface BodyEditorProps {
  /** Shown when the editor opens; later values are taken over only when `revision` changes. */
  readonly html: string;
  readonly revision: string;
  /** Called only for what a person changed, so that opening a record never alters it. */
  readonly onChange: (html: string) => void;
}

interface Tool {
  readonly label: MessageKey;
  readonly icon: IconNode;
  readonly isActive?: (editor: Editor) => boolean;
  readonly act: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  { label: 'body.undo', icon: Undo2, act: (editor) => editor.chain().focus().undo().run() },
  { label: 'body.redo', icon: Redo2, act: (editor) => editor.chain().focus().redo().run() },
  {
    label: 'body.paragraph',
    icon: Pilcrow,
    isActive: (editor) => editor.isActive('paragraph'),
    act: (editor) => editor.chain().focus().setParagraph().run(),
  },
  {
    label: 'body.heading2',
    icon: Heading2,
    isActive: (editor) => editor.isActive('heading', { level: 2 }),
    act: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: 'body.heading3',
    icon: Heading3,
    isActive: (editor) => editor.isActive('heading', { level: 3 }),
    act: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: 'body.bold',
    icon: Bold,
    isActive: (editor) => editor.isActive('bold'),
    act: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: 'body.bullets',
    icon: List,
    isActive: (editor) => editor.isActive('bulletList'),
    act: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: 'body.numbers',
    icon: ListOrdered,
    isActive: (editor) => editor.isActive('orderedList'),
    act: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: 'body.table',
    icon: Table2,
    act: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
];

function openEditor(element: HTMLElement, html: string, onUpdate: (editor: Editor) => void): Editor {
  return new Editor({
    element,
    content: html,
    // The styles come with the page: the content security policy allows none made at run time.
    injectCSS: false,
    extensions: [
      StarterKit.configure({ link: { openOnClick: false }, code: false, codeBlock: false }),
      TableKit.configure({ table: { resizable: false } }),
      Image.configure({ allowBase64: true }),
      Subscript,
      Superscript,
    ],
    editorProps: {
      attributes: { 'aria-label': t('editor.body'), role: 'textbox', 'aria-multiline': 'true' },
    },
    onUpdate: ({ editor }) => onUpdate(editor),
  });
}

export default function BodyEditor({ html, revision, onChange }: BodyEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const report = useRef(onChange);
  report.current = onChange;
  const [, redraw] = useState(0);

  useEffect(() => {
    if (!place.current) return;
    const opened = openEditor(place.current, html, (changed) => report.current(changed.getHTML()));
    editor.current = opened;
    const follow = () => redraw((count) => count + 1);
    opened.on('transaction', follow);
    follow();
    return () => {
      opened.destroy();
      editor.current = null;
    };
  }, [revision]);

  return (
    <div class="body-editor">
      <div class="row body-tools" role="toolbar" aria-label={t('body.tools')}>
        {tools.map(({ label, icon, isActive, act }) => (
          <button
            key={label}
            type="button"
            class="button tool"
            aria-label={t(label)}
            title={t(label)}
            {...(isActive ? { 'aria-pressed': editor.current !== null && isActive(editor.current) } : {})}
            onClick={() => editor.current && act(editor.current)}
          >
            <Icon node={icon} />
          </button>
        ))}
      </div>
      <div ref={place} class="body-text" />
    </div>
  );
}
