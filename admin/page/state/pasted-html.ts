// Takes what another program put on the clipboard down to the tags a body may hold, before any of it is parsed.
// The hub sanitises what is saved; this spares the page the styles, handlers and foreign pictures in between.

const keptTags = new Set(
  `h1 h2 h3 h4 h5 h6 p br hr blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td a strong b em i
   u s sub sup code img div section article`.split(/\s+/),
);
/** Dropped with everything inside them. */
const droppedWhole =
  /<(script|style|head|title|template|svg|math|iframe|object|noscript|textarea|select|xml|canvas|audio|video)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const comment = /<!(?:--[\s\S]*?(?:-->|$)|[^>]*>)|<\?[^>]*>/g;
/** A tag, or a sign that opens none. Scanning stops at the next sign, so any length takes time in proportion. */
const tag = /<(\/?)([a-z][\w:-]*)([^<>]*)>|</gi;
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** What an attribute must look like to be kept, by its name. */
const keptAttributes: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:|mailto:|tel:|#)/i,
  src: /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/,
  alt: /^[\s\S]{0,200}$/,
  colspan: /^\d{1,3}$/,
  rowspan: /^\d{1,3}$/,
  start: /^\d{1,5}$/,
  scope: /^(?:row|col)$/,
  // The editor's own mark on what it copied itself.
  'data-pm-slice': /^[\w\s[\]"{}:,&;.-]{0,300}$/,
};

function keptAttributesOf(text: string): string {
  return [...text.matchAll(attribute)]
    .map(
      ([, name = '', double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? ''] as const,
    )
    .filter(
      ([name, value]) => Object.hasOwn(keptAttributes, name) && keptAttributes[name]?.test(value.trim()),
    )
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('');
}

/** The pasted HTML without styles, scripts, handlers, foreign pictures and unknown tags; their text stays. */
export function cleanPastedHtml(html: string): string {
  const whole = html.replace(comment, '').replace(droppedWhole, '');
  return whole.replace(tag, (_all, slash: string, name: string | undefined, attributes: string) => {
    if (name === undefined) return '&lt;';
    const known = name.toLowerCase();
    if (!keptTags.has(known)) return '';
    const kept = slash === '/' ? '' : keptAttributesOf(attributes);
    // A picture from elsewhere would be fetched from elsewhere.
    return known === 'img' && !kept.includes(' src=') ? '' : `<${slash}${known}${kept}>`;
  });
}
