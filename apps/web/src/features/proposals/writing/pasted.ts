/** Of pasted HTML, what would leave words behind that nobody wrote. */
const UNWANTED =
  'style, script, title, meta, link, template, noscript, iframe, object, svg, math, form, img, video, audio';
/** Attributes the schema reads; all others, handlers and styles among them, are nobody's words. */
const KEPT = new Set(['href', 'start']);
const HEADINGS: Readonly<Record<string, string>> = { H1: 'h3', H2: 'h3', H5: 'h4', H6: 'h4' };

/**
 * Pasted HTML before the editor reads it: without what is no text, with headings at the levels a section has. Nothing
 * of it runs or loads (the document is inert), and the editor takes over what its schema knows and nothing else.
 */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(UNWANTED)) element.remove();
  for (const element of page.body.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (!KEPT.has(name)) element.removeAttribute(name);
  }
  for (const element of page.querySelectorAll(Object.keys(HEADINGS).join())) {
    const heading = page.createElement(HEADINGS[element.tagName] ?? 'h3');
    heading.append(...element.childNodes);
    element.replaceWith(heading);
  }
  return page.body.innerHTML;
}
