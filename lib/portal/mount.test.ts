// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepMounted } from './mount';
import type { PlacedBy } from '@/lib/model/placement';
import { createShadowHost, hostTag } from './shadow-host';

const page = '<div id="head"><h1>Lobby</h1></div><section id="body">Details</section>';
let life: AbortController;
let host: HTMLElement;
let root: HTMLElement;
let main: HTMLElement;

/** Lets the observer of changes have its turn, which is no timer. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  await vi.advanceTimersByTimeAsync(0);
};
/** What the panel is told of the page and the user's choice. */
let name: string | null;
let docked: boolean;
let places: PlacedBy[];
let givenUp: number;
const mount = () =>
  keepMounted(host, document, life.signal, {
    name: () => name,
    docked: () => docked,
    placed: (by) => places.push(by),
    givenUp: () => (givenUp += 1),
  });
const panels = () => [...document.querySelectorAll(hostTag)];

beforeEach(() => {
  vi.useFakeTimers();
  document.title = '';
  document.body.className = '';
  [name, docked, places, givenUp] = [null, false, [], 0];
  document.body.innerHTML = '<main></main>';
  main = document.querySelector('main')!;
  life = new AbortController();
  ({ host, root } = createShadowHost(document, ':host { display: block }'));
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('keepMounted', () => {
  it('waits for a page that is not there yet', async () => {
    const { body } = document;
    body.remove();
    mount();
    await settle();
    expect(panels()).toEqual([]);
    main.innerHTML = page;
    document.documentElement.append(body);
    await settle();
    expect(host.previousElementSibling?.id).toBe('head');
  });

  it('puts the element behind the title at once', () => {
    main.innerHTML = page;
    mount();
    expect(panels()).toEqual([host]);
    expect(host.previousElementSibling?.id).toBe('head');
  });

  it('puts the same element, with its state, back whenever the page’s rendering removed it', async () => {
    main.innerHTML = page;
    mount();
    root.innerHTML = '<input>';
    const input = root.querySelector('input')!;
    input.value = 'typed';
    for (let rendering = 0; rendering < 10; rendering++) {
      main.innerHTML = page;
      await settle();
      expect(panels()).toEqual([host]);
      expect(host.previousElementSibling?.id).toBe('head');
    }
    expect(root.querySelector('input')).toBe(input);
    expect(input.value).toBe('typed');
  });

  it('follows when the whole landmark is replaced', async () => {
    main.innerHTML = page;
    mount();
    document.body.innerHTML = `<main id="other">${page}</main>`;
    await settle();
    expect(host.closest('#other')).not.toBeNull();
  });

  it('gives the focus back that a rendering took from the element', async () => {
    main.innerHTML = page;
    mount();
    root.innerHTML = '<button>Refresh</button>';
    root.querySelector('button')!.focus();
    main.innerHTML = page;
    await settle();
    expect(host.shadowRoot?.activeElement).toBe(root.querySelector('button'));
  });

  it('waits for a title that comes late, and stands behind it', async () => {
    main.innerHTML = '<div id="head"></div><section id="body"></section>';
    mount();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(panels()).toEqual([]);
    document.getElementById('head')!.innerHTML = '<h1>Lobby</h1>';
    await settle();
    expect(host.previousElementSibling?.id).toBe('head');
  });

  it('waits while the page says it is busy', async () => {
    main.setAttribute('aria-busy', 'true');
    main.innerHTML = '<h1>Loading…</h1>';
    mount();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(panels()).toEqual([]);
    main.innerHTML = page;
    main.removeAttribute('aria-busy');
    await settle();
    expect(host.previousElementSibling?.id).toBe('head');
  });

  it.each([
    ['a page without a title', '<p id="first">Text</p>', 2_500],
    ['a page that is busy for ever', '<div aria-busy="true"><h1>Loading…</h1></div>', 10_000],
  ])('ends up on %s too', async (_what, html, patience) => {
    main.innerHTML = html;
    mount();
    await vi.advanceTimersByTimeAsync(patience);
    expect(panels()).toEqual([host]);
  });

  it('gives up against a page that removes it every time', async () => {
    main.innerHTML = page;
    let insertions = 0;
    const enemy = new MutationObserver(() => {
      if (host.isConnected) {
        insertions += 1;
        host.remove();
      }
    });
    enemy.observe(document, { childList: true, subtree: true });
    mount();
    await vi.advanceTimersByTimeAsync(60_000);
    const before = insertions;
    main.append('more');
    await vi.advanceTimersByTimeAsync(60_000);
    enemy.disconnect();
    expect(before).toBeGreaterThan(10);
    expect(before).toBeLessThan(250);
    expect(insertions).toBe(before);
    expect(givenUp).toBe(1);
  });

  it('is docked on a page without a place, and moves behind the title once there is one', async () => {
    document.body.innerHTML = '<div><p>One</p><p>Two</p></div>';
    name = 'Lobby';
    mount();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(panels()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(places).toEqual(['docked']);
    expect(host.parentElement).toBe(document.body);
    document.body.insertAdjacentHTML('afterbegin', `<div id="page">${page}</div>`);
    await settle();
    await vi.advanceTimersByTimeAsync(600);
    expect(places).toEqual(['docked', 'name']);
    expect(host.previousElementSibling?.id).toBe('head');
  });

  it('is docked at once by choice, and goes back into the page when that is taken back', () => {
    main.innerHTML = page;
    docked = true;
    const mounted = mount();
    expect(host.parentElement).toBe(document.body);
    docked = false;
    mounted.update();
    expect(host.previousElementSibling?.id).toBe('head');
    docked = true;
    mounted.update();
    expect(places).toEqual(['docked', 'heading', 'docked']);
  });

  it('stays away from MyGlue, whenever the page turns out to be one', async () => {
    main.innerHTML = page;
    document.body.className = 'myglue';
    mount();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(panels()).toEqual([]);
    document.body.className = '';
    main.append('more');
    await settle();
    expect(panels()).toEqual([host]);
    document.body.className = 'myglue';
    host.remove();
    await settle();
    expect(panels()).toEqual([]);
  });

  it('removes a panel that an earlier life of the extension left behind', () => {
    main.innerHTML = `${page}<${hostTag}></${hostTag}>`;
    mount();
    expect(panels()).toEqual([host]);
  });

  it('is gone, and stays so, once the signal aborts', async () => {
    main.innerHTML = page;
    mount();
    life.abort();
    expect(panels()).toEqual([]);
    main.innerHTML = page;
    await settle();
    expect(panels()).toEqual([]);
  });
});

describe('createShadowHost', () => {
  it('styles by a constructed sheet, which no Content-Security-Policy forbids', () => {
    expect(host.shadowRoot?.adoptedStyleSheets).toHaveLength(1);
    expect(host.shadowRoot?.querySelector('style')).toBeNull();
  });

  it('styles by an element where the browser refuses the sheet', () => {
    vi.stubGlobal('CSSStyleSheet', function refuse() {
      throw new TypeError('Accessing from Xray wrapper is not supported.');
    });
    const { host: other, root: inside } = createShadowHost(document, 'p { color: red }');
    vi.unstubAllGlobals();
    expect(other.shadowRoot?.querySelector('style')?.textContent).toBe('p { color: red }');
    expect(inside.parentNode).toBe(other.shadowRoot);
  });
});
