/**
 * An element with attributes and children. Texts become text nodes, never markup: nothing a person or the data says can
 * be more than text on this page. `on` holds listeners, `class` class names; null, false and undefined are left out.
 */
export function el(tag, { on = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A link that opens beside the page, where its address is one of the web or of mail; else its text alone. */
export function outside(href, attributes, ...children) {
  const safe = URL.canParse(href) && ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol);
  if (!safe) return el('span', attributes, ...children);
  return el('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** A text with the addresses in it as links. */
export function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, i) => (i % 2 === 1 ? outside(part, {}, part) : part));
}

/** "12 KB": sizes as people read them. */
export function size(bytes, language) {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
}
