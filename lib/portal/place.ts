/** Where the panel goes: behind the block of the page's title, or at the beginning of the content. */
export interface Place {
  readonly after: Element | null;
  readonly into: Element;
  /** The page's title was found and the page has stopped loading it. */
  readonly settled: boolean;
}

/** What is not the page's content, wherever it stands. */
const aside = [
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
  '[hidden]',
  '[aria-hidden=true]',
].join();
/** The portal's own bar. Inside the main landmark a `header` is the page's. */
const banner = 'header:not(main header, [role=main] header), [role=banner]';
/** What follows a title, but is never part of its block. */
const content =
  'section, article, table, dl, iframe, h2, h3, h4, [role=tabpanel], [role=table], [role=grid], [role=region]';

/**
 * Finds the place by what a redesign does not change: landmarks, the first heading, the document's
 * title. Class names are not looked at.
 */
export function findPlace(document: Document): Place {
  const main = document.querySelector('main, [role=main]');
  const title = heading(main ?? document.body) ?? namesake(document, main ?? document.body);
  if (title !== null) {
    const after = titleBlock(title, main ?? document.body);
    const settled = after.closest('[aria-busy=true]') === null;
    return { after, into: after.parentElement ?? document.body, settled };
  }
  return { after: null, into: main ?? contentOf(document.body), settled: false };
}

/** Puts the element there. */
export function putAt({ after, into }: Place, element: Element): void {
  if (after) after.after(element);
  else into.prepend(element);
}

function heading(scope: Element): Element | null {
  const headings = [...scope.querySelectorAll('h1, [role=heading][aria-level="1"]')].filter(
    (each) => hasText(each) && each.closest(aside) === null && isVisible(each),
  );
  return headings.find((each) => each.closest(banner) === null) ?? headings[0] ?? null;
}

/** `checkVisibility` is younger than the oldest browsers supported. */
const isVisible = (element: Element) =>
  (element as { checkVisibility?: () => boolean }).checkVisibility?.() ?? true;

const hasText = (element: Element) => element.textContent.trim() !== '';

/** Without a heading: the element whose words the document's title begins with ("Name | Organization"). */
function namesake(document: Document, scope: Element): Element | null {
  const title = oneLine(document.title);
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  let best: { text: string; element: Element } | null = null;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = oneLine(walker.currentNode.textContent ?? '');
    if (element === null || text.length <= (best?.text.length ?? 1)) continue;
    if (!title.startsWith(text) || !/^(?:$|\s+[|–—·-]\s)/.test(title.slice(text.length))) continue;
    if (element.closest(`${aside}, ${banner}, title`) === null) best = { text, element };
  }
  return best?.element ?? null;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The outermost element that still holds nothing but the title and what belongs to it (path,
 * badges, buttons): climbed from the heading until content follows, never ending beside something
 * in a row.
 */
function titleBlock(title: Element, boundary: Element): Element {
  let first: Element | null = null;
  let outermost: Element | null = null;
  let node = title;
  while (node !== boundary && node.parentElement) {
    const { parentElement: parent } = node;
    if (!isRow(parent)) {
      const followers = [...following(node)];
      if (followers.some((each) => each.matches(content) || each.querySelector(content)))
        return node;
      first ??= node;
      if (followers.length > 0) outermost = node;
    }
    node = parent;
  }
  return outermost ?? first ?? title;
}

function* following(node: Element): Generator<Element> {
  for (let next = node.nextElementSibling; next; next = next.nextElementSibling)
    if (!next.matches('script, style, template, link, [hidden]')) yield next;
}

/** Children stand side by side, so that one more would squeeze them. */
function isRow(element: Element): boolean {
  const { display, flexDirection, gridTemplateColumns } = getComputedStyle(element);
  if (display.endsWith('flex')) return !flexDirection.startsWith('column');
  return display.endsWith('grid') && gridTemplateColumns.trim().split(/\s+/).length > 1;
}

/** Without landmarks and title: down from the body as long as one child alone holds the page. */
function contentOf(body: Element): Element {
  let element = body;
  for (;;) {
    const children = [...element.children].filter(
      (child) => !child.matches(`${aside}, ${banner}, link`) && hasText(child),
    );
    const [only] = children;
    if (only === undefined || children.length > 1 || only.children.length === 0) return element;
    element = only;
  }
}
