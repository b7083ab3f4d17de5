import type { PlacedBy } from '@/lib/model/placement';
import { isFixed, isRow, isVisible, isWide } from './layout';
import { aside, titleByDocument, titleByName, titleHeading } from './title';

/** Where the panel goes on a page. */
export type Place =
  | {
      readonly by: Exclude<PlacedBy, 'docked'>;
      readonly into: Element;
      /** The child of `into` that the panel stands before; `null` at its end. */
      readonly before: Node | null;
      /** The page shows its title and is still loading. */
      readonly busy: boolean;
      /** Nothing better is to be expected. */
      readonly settled: boolean;
    }
  /** The page has no place for it: a card in the corner of the window. */
  | { readonly by: 'docked' };

const docked: Place = { by: 'docked' };

/**
 * Blocks of the portal's pages as public scripts for it name them, from the title's outwards. Hints
 * only: class names are no contract.
 */
const knownTitles = [
  '.page-header-area',
  '.qa-page-header',
  '.react-page-header__left',
  '.doc-title--view',
  '.page-header',
];
const knownContents = ['.content-body'];
/** What follows a title, but is never part of its block. */
const content =
  'section, article, table, dl, iframe, h2, h3, h4, [role=tabpanel], [role=table], [role=grid], [role=region]';

/**
 * Finds the place: behind the block of the page's title, told by the name the page shows, else by
 * what a redesign does not change (landmarks, the first heading, the document's title), else by
 * blocks known from elsewhere; and where none of it is there, or only in a column narrower than the
 * panel or under a fixed bar, none: the panel is docked.
 * @param name what the page's title is known to say; `null` where that is not known
 */
export function findPlace(document: Document, name: string | null): Place {
  const main = landmark(document);
  const scope = main ?? document.body;
  const known = name === null ? null : titleByName(document, name);
  if (known !== null) return behind(known, scopeOf(known, scope), 'name', true) ?? docked;
  // A page that does not show the name yet may show it in a moment.
  const sure = name === null;
  const heading = titleHeading(scope);
  if (heading !== null && !isFixed(heading)) {
    const place = behind(heading, scope, 'heading', sure);
    if (place) return place;
  }
  const titled = titleByDocument(document, scope);
  const place = titled && behind(titled, scope, 'document-title', sure);
  return place ?? knownPlace(document) ?? mainPlace(main) ?? docked;
}

/** Puts the element there, if the place is in the page; as far from its edges as what follows is. */
export function putAt(place: Place, element: HTMLElement): void {
  element.style.removeProperty('margin');
  if (place.by === 'docked') return element.ownerDocument.body.append(element);
  const { into, before } = place;
  into.insertBefore(element, before);
  if (!(before instanceof HTMLElement) || !isRow(before)) return;
  // A row of columns without a border keeps the distance from its surroundings itself.
  const { borderTopWidth, paddingTop, paddingRight, paddingLeft } = getComputedStyle(before);
  if (!(parseFloat(borderTopWidth) > 0) && parseFloat(paddingTop) > 0)
    element.style.margin = `${paddingTop} ${paddingRight} 0 ${paddingLeft}`;
}

function landmark(document: Document): Element | null {
  return [...document.querySelectorAll('main, [role=main]')].find(isVisible) ?? null;
}

const scopeOf = (element: Element, scope: Element) =>
  scope.contains(element) ? scope : element.ownerDocument.body;

function behind(
  title: Element,
  boundary: Element,
  by: Exclude<PlacedBy, 'docked'>,
  sure: boolean,
): Place | null {
  const block = titleBlock(title, boundary);
  const into = block.parentElement;
  if (into === null) return null;
  const busy = block.closest('[aria-busy=true]') !== null;
  const found = { by, busy, settled: sure && !busy };
  if (isWide(into)) return { ...found, into, before: block.nextSibling };
  const above = aboveColumns(block, boundary);
  return above && { ...found, ...above };
}

/** The title stands in a narrow column: above the row of columns, where that has the width. */
function aboveColumns(block: Element, boundary: Element) {
  for (let node = block; node !== boundary && node.parentElement; node = node.parentElement) {
    const { parentElement: into } = node;
    if (isWide(into) && !isRow(into)) return { into, before: node };
  }
  return null;
}

const unsure = { busy: false, settled: false } as const;

function knownPlace(document: Document): Place | null {
  for (const selector of knownTitles)
    for (const block of document.querySelectorAll(selector)) {
      if (!isVisible(block) || isFixed(block) || block.closest(aside) !== null) continue;
      const place = behind(block, document.body, 'known-block', false);
      if (place) return place;
    }
  for (const selector of knownContents)
    for (const block of document.querySelectorAll(selector))
      if (isVisible(block) && !isFixed(block) && isWide(block) && !isRow(block))
        return { ...unsure, by: 'known-block', into: block, before: block.firstChild };
  return null;
}

function mainPlace(main: Element | null): Place | null {
  if (main === null || isFixed(main) || !isWide(main) || isRow(main)) return null;
  return { ...unsure, by: 'main', into: main, before: main.firstChild };
}

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
