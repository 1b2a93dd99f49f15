// Word, LibreOffice and Google Docs write a footnote as a link to a paragraph at the end. Here the words go back to where they are called.
import { footnoteLimit } from '@cocrea/shared/document/footnote.ts';

/** How a call names its note: Word `#_ftn1` → `ftn1`, LibreOffice `#sdfootnote1sym` → `sdfootnote1`, Google Docs `#ftnt1` → `ftnt1`. */
const call = /^#(?:_((?:ftn|edn)\d+)|(sd(?:foot|end)note\d+)sym|(ftnt\d+))$/;

function noteOf(body: Element, href: string): Element | null {
  const match = call.exec(href);
  const id = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!id) return null;
  const found = body.querySelector(`[id="${id}"]`);
  // Google Docs puts the id on the link back, inside the paragraph of the note.
  return found?.localName === 'a' ? (found.closest('p, div') ?? found) : found;
}

/** Turns calls with a note into footnotes of our schema and removes the notes, in place. A call without a note loses its link. */
export function rebuildFootnotes(body: Element): void {
  const notes = new Set<Element>();
  const document = body.ownerDocument;
  for (const link of [...body.querySelectorAll('a[href^="#"]')]) {
    const note = noteOf(body, link.getAttribute('href') ?? '');
    if (!note || note.contains(link)) continue;
    const words = note.cloneNode(true) as Element;
    for (const back of words.querySelectorAll('a[href^="#"]')) back.remove();
    const text = (words.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, footnoteLimit);
    const footnote = document.createElement('sup');
    footnote.setAttribute('data-footnote', text);
    (link.closest('sup') ?? link).replaceWith(footnote);
    notes.add(note);
  }
  for (const note of notes) note.remove();
}
