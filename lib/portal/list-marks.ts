import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { speakIn } from '@/lib/i18n';
import { isLaidOut } from './layout';
import { listedNames } from './list-names';
import { placeBeside, type MarkForm } from './list-room';
import { isMyGlue } from './mount';
import { shadowStyles } from './shadow-host';
import { watchTheme } from './theme';

/** A mark's element in the page. A name of our own, so that no rule of the page means it. */
const markTag = 'datto-networking-mark';
/** Over the page, never in its flow; in the letters of the name beside it. */
const hostStyles = `:host {
  all: initial;
  position: absolute;
  font-family: inherit;
  font-size: inherit;
  cursor: inherit;
}`;
/** So many looks that put marks in, in so many milliseconds, are a page that removes what is foreign; then a pause. */
const burst = { count: 30, within: 2_000 };
/** After so many pauses the page has won. */
const pauses = 5;

/** How marks are drawn. */
export interface MarkDrawing<Mark> {
  readonly css: string;
  /** Draws into the element; with `null` takes away what was drawn. */
  draw(root: HTMLElement, mark: Mark | null, form: MarkForm): void;
}

export interface ListMarks<Mark> {
  /** From now on these configurations have these marks, and no others. */
  show(marks: ReadonlyMap<ConfigurationId, Mark>): void;
}

interface Shown<Mark> {
  readonly host: HTMLElement;
  readonly root: HTMLElement;
  /** What it is measured again with when its size changes. */
  readonly cell: HTMLElement;
  /** `null` before it was drawn. */
  mark: Mark | null;
  form: MarkForm;
  /** Of the mark with its word, CSS pixels; `null` before it was measured. */
  width: number | null;
  /** How far it was moved from where it would stand by itself. */
  x: number;
  y: number;
}

/**
 * Keeps a mark beside the name of each configuration that has one, in whatever list the page shows, until the signal
 * aborts. Marks are out of the page's flow: no row, column or word of it moves. Rows that the page draws again, sorts,
 * filters or fills with other names have theirs before they are painted.
 */
export function keepListMarks<Mark>(
  document: Document,
  organizationId: OrganizationId,
  drawing: MarkDrawing<Mark>,
  signal: AbortSignal,
): ListMarks<Mark> {
  const shown = new Map<HTMLAnchorElement, Shown<Mark>>();
  const adopt = shadowStyles(`${hostStyles}\n${drawing.css}`);
  let marks: ReadonlyMap<ConfigurationId, Mark> = new Map();
  let theme = 'light';
  let recent: number[] = [];
  let paused = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  for (const old of document.querySelectorAll(markTag)) old.remove();

  /** Puts marks where they are missing, before the page is painted, and takes away the others. */
  function look() {
    if (signal.aborted || paused > pauses || timer !== undefined) return;
    const isAdded = marks.size > 0 || shown.size > 0 ? put() : false;
    if (isAdded) place();
    // What was just put in is no news.
    changes.takeRecords();
    if (!isAdded || !isRemovedAgain()) return;
    paused += 1;
    timer = setTimeout(() => {
      timer = undefined;
      look();
    }, burst.within);
  }

  /** @returns whether any was put in */
  function put(): boolean {
    const names = isMyGlue(document) ? [] : listedNames(document, organizationId);
    const gone = new Set(shown.keys());
    let isAdded = false;
    for (const { link, configurationId } of names) {
      const mark = marks.get(configurationId);
      if (mark === undefined) continue;
      gone.delete(link);
      const each = shown.get(link) ?? open(link);
      if (each.mark !== mark) {
        Object.assign(each, { mark, form: 'word', width: null });
        drawing.draw(each.root, mark, 'word');
        isAdded = true;
      }
      if (link.lastChild === each.host) continue;
      link.append(each.host);
      isAdded = true;
    }
    for (const link of gone) close(link);
    return isAdded;
  }

  function open(link: HTMLAnchorElement): Shown<Mark> {
    const host = document.createElement(markTag);
    speakIn(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const root = document.createElement('span');
    root.dataset.theme = theme;
    shadow.append(root);
    adopt(shadow);
    const cell = link.parentElement ?? link;
    const each: Shown<Mark> = {
      host,
      root,
      cell,
      mark: null,
      form: 'word',
      width: null,
      x: 0,
      y: 0,
    };
    shown.set(link, each);
    sizes.observe(cell);
    return each;
  }

  function close(link: HTMLAnchorElement) {
    const each = shown.get(link);
    if (!each) return;
    drawing.draw(each.root, null, 'hidden');
    each.host.remove();
    sizes.unobserve(each.cell);
    shown.delete(link);
  }

  /** Everything is measured before anything is moved. */
  function place() {
    if (signal.aborted || !isLaidOut(document)) return;
    const places = [...shown].map(([link, each]) => {
      const box = each.host.getBoundingClientRect();
      if (each.form === 'word') each.width ??= box.width;
      const to = placeBeside(link, each.host, each.width ?? box.width);
      return { each, to, x: to.left - (box.left - each.x), y: to.top - (box.top - each.y) };
    });
    for (const { each, to, x, y } of places) {
      if (each.form !== to.form) drawing.draw(each.root, each.mark, to.form);
      Object.assign(each, { form: to.form, x, y });
      const { style } = each.host;
      style.margin = `${y}px 0 0 ${x}px`;
      style.height = `${to.height}px`;
    }
  }

  function isRemovedAgain(): boolean {
    const now = performance.now();
    recent = [...recent.filter((at) => now - at < burst.within), now];
    if (recent.length <= burst.count) return false;
    recent = [];
    return true;
  }

  /** What may have brought names is looked at before it is painted, anything else once a frame. */
  const changes = new MutationObserver((records) => {
    if (records.some(({ type, target, addedNodes }) => isOfName(type, target, addedNodes))) look();
    else if (shown.size > 0) frame ??= requestAnimationFrame(lookLater);
  });
  function lookLater() {
    frame = undefined;
    look();
    place();
  }
  changes.observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href'],
  });
  const sizes = new ResizeObserver(() => place());
  const { fonts } = document as { fonts?: FontFaceSet };
  fonts?.addEventListener('loadingdone', place, { signal });
  watchTheme(
    document,
    (now) => {
      theme = now;
      for (const { root } of shown.values()) root.dataset.theme = now;
    },
    signal,
  );
  signal.addEventListener(
    'abort',
    () => {
      changes.disconnect();
      sizes.disconnect();
      clearTimeout(timer);
      if (frame !== undefined) cancelAnimationFrame(frame);
      for (const link of [...shown.keys()]) close(link);
    },
    { once: true },
  );
  return {
    show(next) {
      marks = next;
      look();
    },
  };
}

/** Whether a change may have brought a name, or another in its place. */
function isOfName(type: MutationRecordType, target: Node, added: NodeList): boolean {
  if (type === 'attributes') return true;
  const within = target instanceof Element ? target : target.parentElement;
  if (within?.closest('a[href]')) return true;
  return [...added].some(
    (node) => node instanceof Element && (node.matches('a[href]') || node.querySelector('a[href]')),
  );
}
