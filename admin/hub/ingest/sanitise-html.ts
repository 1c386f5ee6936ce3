// Makes HTML from outside safe and plain: an allow-list of semantic tags, no scripts, styles or foreign sources.
import sanitizeHtml from 'sanitize-html';
import { unifyRadicals } from '#shared/catalogue/unify-radicals.ts';
import { flattenNesting } from './flatten-nesting.ts';
import { htmlToText } from './html-to-text.ts';
import { ingestLimits } from './limits.ts';
import { tidyBlocks } from './tidy-blocks.ts';

export { cutBodyParts } from './cut-body-parts.ts';
export { htmlToText };

export interface SanitisedHtml {
  readonly html: string;
  /** The same as plain text, one block a line. */
  readonly text: string;
  /** Pictures left out because they were too large, linked from elsewhere or of another kind. */
  readonly droppedImages: number;
}

const blockTags = ['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'pre', 'hr', 'br'];
const listTags = ['ul', 'ol', 'li', 'dl', 'dt', 'dd'];
const tableTags = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'];
const inlineTags = ['a', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'img'];
/** Tags whose content goes with them; everything else unknown is taken out and its text kept. */
const tagsDroppedWhole = [
  'script',
  'style',
  'textarea',
  'option',
  'select',
  'noscript',
  'noframes',
  'noembed',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'template',
  'xmp',
  'plaintext',
  'title',
  'head',
  'canvas',
  'audio',
  'video',
  'map',
  'nav',
  'footer',
  'aside',
  'button',
];
const safeImage = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/u;
const linkRelation = 'noopener noreferrer nofollow';
/** Links that lead anywhere; the words of others stay without their link. */
const safeLink = /^\s*(?:https?:\/\/|mailto:|tel:)[^\s]+\s*$/iu;
/** Anchors of articles and sections that our own readers write. */
const ownAnchor = /^(?:art|sec)-\d{1,4}(?:-\d{1,3}){0,2}$/u;

/** Only what `htmlparser2` nests is walked; far deeper nesting is an attack on the parser's stack. */
const nestingLimit = 100;

const attributeCleaners: Readonly<
  Record<string, (attributes: sanitizeHtml.Attributes) => sanitizeHtml.Attributes>
> = {
  // A link without its address is taken out by tidyBlocks; its words stay.
  a: ({ href }) => (safeLink.test(href ?? '') ? { href: href?.trim() ?? '', rel: linkRelation } : {}),
  td: cellAttributes,
  th: cellAttributes,
  img: ({ src, alt }) => ({ src: src ?? '', alt: (alt ?? '').slice(0, 200) }),
  ol: ({ start }) => (/^\d{1,5}$/u.test(start ?? '') ? { start: start ?? '1' } : {}),
};

/**
 * Sanitises a fragment or page. Links keep http, https, mailto and tel addresses; pictures only as bounded
 * data: addresses; ids only where they are our own anchors. Never throws.
 */
export function sanitiseHtml(html: string): SanitisedHtml {
  let droppedImages = 0;
  const bounded = flattenNesting(unifyRadicals(html.slice(0, ingestLimits.bodyCharacters * 2)));
  const clean = sanitizeHtml(bounded, {
    allowedTags: [...blockTags, ...listTags, ...tableTags, ...inlineTags],
    nonTextTags: tagsDroppedWhole,
    allowedAttributes: {
      '*': ['id'],
      a: ['href', 'rel'],
      img: ['src', 'alt'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    nestingLimit,
    transformTags: {
      // The title of the record is the page's only first-level heading.
      h1: 'h2',
      b: 'strong',
      i: 'em',
      ins: 'u',
      del: 's',
      strike: 's',
      div: 'p',
      section: 'p',
      article: 'p',
      center: 'p',
      '*': (tagName, attributes) => ({
        tagName,
        attribs: attributeCleaners[tagName]?.(attributes) ?? ownId(attributes.id),
      }),
    },
    exclusiveFilter: (frame) => {
      if (frame.tag !== 'img') return false;
      const source = frame.attribs.src ?? '';
      const isDropped = source.length > ingestLimits.imageCharacters || !safeImage.test(source);
      if (isDropped) droppedImages += 1;
      return isDropped;
    },
  });
  const tidy = tidyBlocks(clean);
  return { html: tidy, text: htmlToText(tidy), droppedImages };
}

function ownId(id: string | undefined): sanitizeHtml.Attributes {
  return id !== undefined && ownAnchor.test(id) ? { id } : {};
}

function cellAttributes({ colspan, rowspan, scope }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const span = (value: string | undefined, name: string): sanitizeHtml.Attributes =>
    value !== undefined && /^[1-9]\d{0,2}$/u.test(value.trim()) && value.trim() !== '1'
      ? { [name]: value.trim() }
      : {};
  const scopes = scope === 'row' || scope === 'col' ? { scope } : {};
  return { ...span(colspan, 'colspan'), ...span(rowspan, 'rowspan'), ...scopes };
}
