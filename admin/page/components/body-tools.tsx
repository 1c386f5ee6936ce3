// The tools above the body: how a paragraph is set, lists, links, tables.
import type { Editor } from '@tiptap/core';
import type { IconNode } from 'lucide';
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Bold,
  Heading2,
  Heading3,
  Link,
  List,
  ListOrdered,
  Pilcrow,
  Redo2,
  Table2,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
  Undo2,
} from 'lucide';
import { type MessageKey, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface Tool {
  readonly label: MessageKey;
  readonly icon: IconNode;
  readonly isActive?: (editor: Editor) => boolean;
  readonly act: (editor: Editor) => void;
}

const commonTools: readonly Tool[] = [
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

/** Shown while the cursor stands in a table. */
const tableTools: readonly Tool[] = [
  {
    label: 'body.addRow',
    icon: BetweenHorizontalEnd,
    act: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    label: 'body.addColumn',
    icon: BetweenVerticalEnd,
    act: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    label: 'body.removeRow',
    icon: TableRowsSplit,
    act: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    label: 'body.removeColumn',
    icon: TableColumnsSplit,
    act: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  { label: 'body.removeTable', icon: Trash2, act: (editor) => editor.chain().focus().deleteTable().run() },
];

function ToolButton({ tool, editor }: { readonly tool: Tool; readonly editor: Editor | null }) {
  const { label, icon, isActive, act } = tool;
  return (
    <button
      type="button"
      class="button tool"
      aria-label={t(label)}
      title={t(label)}
      {...(isActive ? { 'aria-pressed': editor !== null && isActive(editor) } : {})}
      onClick={() => editor && act(editor)}
    >
      <Icon node={icon} />
    </button>
  );
}

interface BodyToolsProps {
  readonly editor: Editor | null;
  readonly onLink: () => void;
}

export function BodyTools({ editor, onLink }: BodyToolsProps) {
  const isInTable = editor?.isActive('table') ?? false;
  const link: Tool = {
    label: 'body.link',
    icon: Link,
    isActive: (current) => current.isActive('link'),
    act: onLink,
  };
  return (
    <div class="body-tools">
      <fieldset class="row tool-group" aria-label={t('body.tools')}>
        {[...commonTools.slice(0, -1), link, ...commonTools.slice(-1)].map((tool) => (
          <ToolButton key={tool.label} tool={tool} editor={editor} />
        ))}
      </fieldset>
      {isInTable && (
        <fieldset class="row tool-group" aria-label={t('body.tableTools')}>
          {tableTools.map((tool) => (
            <ToolButton key={tool.label} tool={tool} editor={editor} />
          ))}
        </fieldset>
      )}
    </div>
  );
}
