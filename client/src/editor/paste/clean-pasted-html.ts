// What is pasted from Word, LibreOffice, Google Docs or a web page, reduced to what a document may hold, before the schema reads it:
// structure stays, looks and code go.
import { isSafeLink } from '@cocrea/shared/document/safe-link.ts';
import { rebuildFootnotes } from './pasted-footnotes.ts';
import { rebuildWordLists } from './word-lists.ts';

/** Gone with everything in them. */
const dropped = [
  'script, style, meta, link, title, head, noscript, template, xml, iframe, object, embed, applet, audio, video, canvas, svg, math',
  'img, picture, map, select, textarea, button, dialog, colgroup, col',
  '[style*="mso-element:comment-list"], .MsoCommentReference, .msocomoff, [style*="mso-hide:all"]',
].join(', ');

/** The attributes each element may keep; of `style` only what says bold, italic or struck. */
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
  ul: ['data-type'],
  li: ['data-type', 'data-checked'],
  sup: ['data-footnote'],
};

const wordHeadings: readonly (readonly [selector: string, tag: string])[] = [
  ['p.MsoTitle, p[class^="MsoTitle"], p.title', 'h1'],
  ['p.MsoSubtitle, p.subtitle', 'h2'],
  ['p.MsoHeading1, p.MsoHeading7', 'h1'],
  ['p.MsoHeading2, p.MsoHeading8', 'h2'],
  ['p.MsoHeading3, p.MsoHeading9', 'h3'],
  ['h4, h5, h6', 'h3'],
  ['p.MsoQuote, p.MsoIntenseQuote', 'blockquote'],
];

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function each(root: Element, selector: string, act: (element: Element) => void): void {
  for (const element of [...root.querySelectorAll(selector)]) act(element);
}

function dropComments(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, 128);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Google Docs and GitHub mark a task by a role or a checkbox in the item. */
function rebuildTasks(root: Element): void {
  each(root, 'li', (item) => {
    const box = item.querySelector(':scope > input[type="checkbox"], :scope > label > input[type="checkbox"]');
    const checked = item.getAttribute('aria-checked') ?? (box ? String(box.hasAttribute('checked')) : null);
    if (checked === null || item.parentElement?.localName !== 'ul') return;
    box?.remove();
    item.parentElement.setAttribute('data-type', 'taskList');
    item.setAttribute('data-type', 'taskItem');
    item.setAttribute('data-checked', String(checked === 'true'));
  });
}

/** Layout tables of mails and pages: a table inside a cell becomes what its cells hold. */
function flattenNestedTables(root: Element): void {
  let nested = root.querySelector('td table, th table');
  while (nested) {
    const cells = [...nested.querySelectorAll('td, th')].filter((cell) => cell.closest('table') === nested);
    nested.replaceWith(...cells.flatMap((cell) => [...cell.childNodes]));
    nested = root.querySelector('td table, th table');
  }
}

function keptStyle(element: Element): string {
  const style = element.getAttribute('style') ?? '';
  const heading = element.closest('h1, h2, h3, th') !== null;
  const found: string[] = [];
  const weight = /(?:^|;)\s*font-weight\s*:\s*(bold|bolder|normal|[1-9]00)\b/i.exec(style)?.[1];
  if (weight && !heading) found.push(`font-weight:${/^\d/.test(weight) ? (Number(weight) >= 600 ? 'bold' : 'normal') : weight}`);
  const slant = /(?:^|;)\s*font-style\s*:\s*(italic|oblique|normal)\b/i.exec(style)?.[1];
  if (slant) found.push(`font-style:${slant === 'normal' ? 'normal' : 'italic'}`);
  if (/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style)) found.push('text-decoration:line-through');
  return found.join(';');
}

function stripAttributes(root: Element): void {
  each(root, '*', (element) => {
    const style = keptStyle(element);
    const allowed = kept[element.localName] ?? [];
    for (const { name } of [...element.attributes]) if (!allowed.includes(name)) element.removeAttribute(name);
    if (style) element.setAttribute('style', style);
  });
}

function dropEmpty(root: Element): void {
  each(root, 'p, h1, h2, h3, blockquote, li, span', (element) => {
    const blank = !(element.textContent ?? '').replace(/[\s\u00a0\u200b\ufeff]/g, '');
    if (blank && !element.querySelector('br, sup[data-footnote], table, hr') && !element.closest('td, th')) element.remove();
  });
}

/** Removes everything our schema has no word for. Copies made in our own editor come as they are: their schema is ours. */
export function cleanPastedHtml(html: string, parse: (html: string) => Document = parseInert): string {
  if (/<[^>]+\bdata-pm-slice=/.test(html)) return html;
  const { body } = parse(withoutHandlers(html));
  each(body, dropped, (element) => element.remove());
  rebuildWordLists(body);
  dropComments(body);
  rebuildFootnotes(body);
  for (const [selector, tag] of wordHeadings) each(body, selector, (element) => rename(element, tag));
  rebuildTasks(body);
  each(body, 'input', (element) => element.remove());
  each(body, 'form, font, u, ins, center, label', unwrap);
  each(body, '[style*="mso-spacerun"], [style*="mso-tab-count"]', (element) => element.replaceWith(' '));
  // Google Docs wraps everything it copies in a bold that is not bold.
  each(body, 'b', (bold) => {
    if (bold.id.startsWith('docs-internal-guid') || /(?:^|;)\s*font-weight\s*:\s*normal/i.test(bold.getAttribute('style') ?? ''))
      unwrap(bold);
  });
  flattenNestedTables(body);
  // Word's own elements: `o:p`, `w:sdt`, `st1:place`.
  each(body, '*', (element) => {
    if (element.localName.includes(':')) unwrap(element);
  });
  each(body, 'a', (link) => {
    if (!isSafeLink(link.getAttribute('href'))) unwrap(link);
  });
  stripAttributes(body);
  each(body, 'h1 > b, h1 > strong, h2 > b, h2 > strong, h3 > b, h3 > strong', unwrap);
  each(body, 'span:not([style])', unwrap);
  dropEmpty(body);
  return body.innerHTML;
}

/** Handlers never run here, but a browser whose page forbids them complains of each it parses. */
function withoutHandlers(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ''));
}

/** Parses without running scripts or fetching anything. */
function parseInert(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
