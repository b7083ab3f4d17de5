import { placedBy } from '@/lib/model/placement';
import type { Box, MeasuredPart, PageMeasure } from '@/lib/model/setup-check';
import { isFixed, isVisible } from './layout';
import { hostTag } from './shadow-host';

/** Where each part of the portal's page is looked for; the panel's own element aside. */
const selectors: Readonly<Record<Exclude<MeasuredPart, 'panel'>, string>> = {
  'fixed bar': 'header, nav, .navbar, [role=banner], [role=navigation]',
  'side menu': '.itglue-sidenav, aside, nav, [role=navigation]',
  main: 'main, [role=main], .content-body',
  h1: 'h1, [role=heading][aria-level="1"], .page-header, .react-page-header__left',
};
/** So many of each are drawn. */
const most = 4;

/** The layout of a page of the portal as far as the panel depends on it: measures, no text. */
export function measurePage(document: Document): PageMeasure {
  const { clientWidth, clientHeight } = document.documentElement;
  const host = document.querySelector<HTMLElement>(hostTag);
  const classes = document.body.classList;
  return {
    window: { width: clientWidth, height: clientHeight },
    theme: classes.contains('ui-theme-dark')
      ? 'dark'
      : classes.contains('ui-theme-default')
        ? 'default'
        : null,
    parts: [
      ...partsOf(document, 'fixed bar', (element) => isFixed(element) && isBar(element)),
      ...partsOf(document, 'side menu', (element) => !isBar(element)),
      ...partsOf(document, 'main', () => true),
      ...partsOf(document, 'h1', () => true),
      ...(host ? [{ part: 'panel' as const, box: boxOf(host) }] : []),
    ],
    placedBy: placedBy.find((by) => by === host?.dataset['placedBy']) ?? null,
    covered: host !== null && isCovered(host),
  };
}

function partsOf(
  document: Document,
  part: Exclude<MeasuredPart, 'panel'>,
  fits: (element: Element) => boolean,
) {
  return [...document.querySelectorAll(selectors[part])]
    .filter((element) => isVisible(element) && fits(element))
    .slice(0, most)
    .map((element) => ({ part, box: boxOf(element) }));
}

function isBar(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > height * 2;
}

function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

function isCovered(host: HTMLElement): boolean {
  const { left, top, width, height } = host.getBoundingClientRect();
  // Out of the window nothing can be said.
  if (width === 0 || height === 0 || top < 0) return false;
  const over = host.ownerDocument.elementFromPoint(left + width / 2, top + 4);
  return over !== null && over !== host && isFixed(over);
}
