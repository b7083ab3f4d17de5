import { comparable, isFixed, isVisible } from './layout';

/** What is not the page's content, wherever it stands. */
export const aside = [
  'nav',
  'aside',
  'footer',
  'dialog',
  'script',
  'style',
  'template',
  '[role=navigation]',
  '[role=complementary]',
  '[role=contentinfo]',
  '[role=search]',
  '[role=dialog]',
  '[role=alertdialog]',
  '[role=menu]',
  '[role=menubar]',
  '[role=listbox]',
  '[hidden]',
  '[aria-hidden=true]',
].join();
/** The portal's own bar. Inside the main landmark a `header` is the page's. */
const banner = 'header:not(main header, [role=main] header), [role=banner]';
/** What names a page without being its title: entries of lists and tables, fields, controls. */
const entry =
  'li, dl, table, [role=list], [role=table], [role=grid], [role=tablist], [role=tree], label, select, option, input, textarea, [contenteditable=true], title';
const control = 'a[href], button, [role=link], [role=button], [role=menuitem]';
const headings = 'h1, [role=heading][aria-level="1"]';

/**
 * The element that shows the name: visible, outside bars, lists and links, in the largest letters;
 * of equals the first.
 */
export function titleByName(document: Document, name: string): Element | null {
  const wanted = comparable(name);
  if (wanted === '') return null;
  let best: { readonly element: Element; readonly size: number } | null = null;
  for (const element of namedElements(document.body, wanted)) {
    if (element.closest(`${aside}, ${banner}, ${entry}`) !== null || isControl(element)) continue;
    if (!isVisible(element) || isFixed(element)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) || 0;
    if (best === null || size > best.size) best = { element, size };
  }
  return best?.element ?? null;
}

function* namedElements(scope: Element, wanted: string): Generator<Element> {
  const walker = scope.ownerDocument.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent === null) continue;
    // A title's text may be broken into pieces of its own (marked words, badges).
    const heading = parent.closest(headings);
    const own = comparable(walker.currentNode.textContent ?? '') === wanted;
    const whole = heading !== null && comparable(heading.textContent) === wanted;
    const element = own ? parent : whole ? heading : null;
    if (element === null || seen.has(element)) continue;
    seen.add(element);
    yield element;
  }
}

/** A link or button; one that is all of a heading is still the heading. */
function isControl(element: Element): boolean {
  const around = element.closest(control);
  return around !== null && around.closest(`${headings}, h2, [role=heading]`) === null;
}

/** The first visible heading of the first level in the scope, outside the portal's bars. */
export function titleHeading(scope: Element): Element | null {
  const found = [...scope.querySelectorAll(headings)].filter(
    (each) => each.textContent.trim() !== '' && each.closest(aside) === null && isVisible(each),
  );
  return found.find((each) => each.closest(banner) === null) ?? found[0] ?? null;
}

/** Without a heading: the element whose words the document's title begins with ("Name | Organization"). */
export function titleByDocument(document: Document, scope: Element): Element | null {
  const title = oneLine(document.title);
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  let best: { text: string; element: Element } | null = null;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = oneLine(walker.currentNode.textContent ?? '');
    if (element === null || text.length <= (best?.text.length ?? 1)) continue;
    if (!title.startsWith(text) || !/^(?:$|\s+[|–—·-]\s)/.test(title.slice(text.length))) continue;
    if (element.closest(`${aside}, ${banner}, ${entry}`) !== null || isControl(element)) continue;
    if (isVisible(element) && !isFixed(element)) best = { text, element };
  }
  return best?.element ?? null;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
