// What a body may hold in the editor: every tag the hub's sanitiser lets through, so that editing loses none.
import { Extension, type Extensions, Node } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import Subscript from '@tiptap/extension-subscript';
import Superscript from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';

/** Anchors of articles and sections, as the importers write them. */
const ownAnchor = /^(?:art|sec)-\d{1,4}(?:-\d{1,3}){0,2}$/;

const Anchors = Extension.create({
  name: 'anchors',
  addGlobalAttributes: () => [
    {
      types: ['heading', 'paragraph', 'listItem', 'blockquote'],
      attributes: {
        id: {
          default: null,
          keepOnSplit: false,
          parseHTML: (element) => (ownAnchor.test(element.id) ? element.id : null),
          renderHTML: ({ id }) => (id ? { id } : {}),
        },
      },
    },
  ],
});

/** A caption is kept and shown, though not edited; the table model has rows only. */
const CaptionedTable = Table.extend({
  addAttributes: () => ({
    caption: {
      default: null,
      parseHTML: (element: HTMLElement) => element.querySelector('caption')?.textContent?.trim() || null,
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML({ node }) {
    const rows = ['tbody', 0] as const;
    return node.attrs.caption ? ['table', ['caption', String(node.attrs.caption)], rows] : ['table', rows];
  },
});

const ScopedHeader = TableHeader.extend({
  addAttributes() {
    const scope = {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('scope'),
      renderHTML: (attributes: { scope?: string | null }) =>
        attributes.scope ? { scope: attributes.scope } : {},
    };
    return { ...this.parent?.(), scope };
  },
});

const DescriptionList = Node.create({
  name: 'descriptionList',
  group: 'block',
  content: '(descriptionTerm | descriptionDetails)+',
  parseHTML: () => [{ tag: 'dl' }],
  renderHTML: () => ['dl', 0],
});

const DescriptionTerm = Node.create({
  name: 'descriptionTerm',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'dt' }],
  renderHTML: () => ['dt', 0],
});

const DescriptionDetails = Node.create({
  name: 'descriptionDetails',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'dd' }],
  renderHTML: () => ['dd', 0],
});

/** Addresses the hub's sanitiser keeps. */
const isKeptAddress = (url: string) => /^(?:https?:|mailto:|tel:|#|\/)/i.test(url);

/** The editor's model of a body. */
export const bodyExtensions: Extensions = [
  StarterKit.configure({
    trailingNode: false,
    link: {
      openOnClick: false,
      HTMLAttributes: { target: null, rel: null },
      isAllowedUri: (url) => isKeptAddress(url),
    },
  }),
  CaptionedTable,
  TableRow,
  TableCell,
  ScopedHeader,
  DescriptionList,
  DescriptionTerm,
  DescriptionDetails,
  Image.configure({ allowBase64: true }),
  Subscript,
  Superscript,
  Anchors,
];
