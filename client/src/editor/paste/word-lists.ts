// Word writes a list as paragraphs that only look like one (`mso-list:l0 level2 lfo1`, with the marker as text). Here they become lists again.

const level = /mso-list\s*:[^;]*\blevel(\d+)/i;

function levelOf(element: Element): number | null {
  const match = level.exec(element.getAttribute('style') ?? '');
  return match ? Number(match[1]) : null;
}

function isMarker(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(element.getAttribute('style') ?? '');
}

/** Takes the marker out of a list paragraph and says whether it counted: `1.`, `a)`, `iv.` do, `·`, `o`, `§` do not. */
function takeMarker(paragraph: Element): { ordered: boolean; start: number } {
  const markers = [...paragraph.querySelectorAll('[style]')].filter(isMarker);
  const text = (markers[0]?.textContent ?? '').replace(/\s+/g, '');
  for (const marker of markers) marker.remove();
  const match = /^\(?(\d+|[a-z]|[ivxlc]+)[.)]/i.exec(text);
  return { ordered: match !== null, start: Number(match?.[1]) || 1 };
}

/** Rebuilds the lists of a document pasted from Word, in place. Paragraphs that follow one another are one list; levels nest. */
export function rebuildWordLists(body: Element): void {
  const document = body.ownerDocument;
  const paragraphs = [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')].filter(
    (element) => levelOf(element) !== null && !isMarker(element),
  );
  let open: { list: Element; level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of paragraphs) {
    const depth = levelOf(paragraph) ?? 1;
    if (last === null || previousContent(paragraph) !== last) open = [];
    const { ordered, start } = takeMarker(paragraph);
    while (open.length > 0 && open.at(-1)!.level > depth) open.pop();
    const kind = ordered ? 'ol' : 'ul';
    let current = open.at(-1);
    if (current && current.level === depth && current.list.localName !== kind) {
      open.pop();
      current = undefined;
    }
    if (!current || current.level < depth) {
      const list = document.createElement(kind);
      if (ordered && start > 1) list.setAttribute('start', String(start));
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      current = { list, level: depth };
      open.push(current);
    }
    const item = document.createElement('li');
    const text = document.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    current.list.append(item);
    last = open[0]!.list;
    paragraph.remove();
  }
}

/** The element before this one, over blank text and comments. */
function previousContent(element: Element): Element | null {
  let node = element.previousSibling;
  while (node && (node.nodeType === 8 || (node.nodeType === 3 && !node.textContent?.trim()))) node = node.previousSibling;
  return node?.nodeType === 1 ? (node as Element) : null;
}
