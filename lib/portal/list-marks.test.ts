// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configurationId, organizationId } from '@/lib/model/ids';
import { keepListMarks } from './list-marks';

let life: AbortController;
let drawn: number;
const marks = (...pairs: [id: string, word: string][]) =>
  new Map(pairs.map(([id, word]) => [configurationId(id), { word }]));
const row = (id: number, name: string) =>
  `<tr><td><a href="/7/configurations/${id}">${name}</a></td></tr>`;
const table = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;

function begin() {
  return keepListMarks<{ word: string }>(
    document,
    organizationId('7'),
    {
      css: '',
      draw(root, mark) {
        drawn += 1;
        root.textContent = mark && mark.word;
      },
    },
    life.signal,
  );
}
/** Each name of the page with the word in it. */
const shown = () =>
  [...document.querySelectorAll('a')].map(
    (link) =>
      `${link.textContent.trim()}: ${[...link.querySelectorAll('datto-networking-mark')]
        .map((mark) => mark.shadowRoot?.querySelector('span')?.textContent)
        .join()}`,
  );
const settle = () => vi.advanceTimersByTimeAsync(20);

beforeEach(() => {
  vi.useFakeTimers();
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://acme.itglue.com/7/configurations',
  );
  drawn = 0;
  document.body.className = '';
  document.body.innerHTML = table(row(1, 'Lobby'), row(2, 'Attic'), row(3, 'Server'));
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('marks in a list', () => {
  it('stand in the names that have one, out of the page’s text', () => {
    begin().show(marks(['1', 'Up'], ['2', 'Down']));
    expect(shown()).toEqual(['Lobby: Up', 'Attic: Down', 'Server: ']);
    expect(document.body.textContent).not.toContain('Up');
  });

  it('come back when the page draws its rows again, whatever their order', async () => {
    begin().show(marks(['1', 'Up'], ['2', 'Down']));
    document.body.innerHTML = table(row(2, 'Attic'), row(1, 'Lobby'));
    await settle();
    expect(shown()).toEqual(['Attic: Down', 'Lobby: Up']);
    const body = document.querySelector('tbody')!;
    body.append(body.firstElementChild!);
    await settle();
    expect(shown()).toEqual(['Lobby: Up', 'Attic: Down']);
  });

  it('follow a row that the page fills with another configuration', async () => {
    begin().show(marks(['1', 'Up'], ['2', 'Down']));
    const [first, second] = document.querySelectorAll('a');
    first!.href = '/7/configurations/2';
    second!.href = '/7/configurations/3';
    await settle();
    expect(shown()).toEqual(['Lobby: Down', 'Attic: ', 'Server: ']);
    first!.textContent = 'Attic';
    await settle();
    expect(shown()[0]).toBe('Attic: Down');
  });

  it('are those that were told last', () => {
    const list = begin();
    list.show(marks(['1', 'Up'], ['2', 'Down']));
    list.show(marks(['2', 'Up']));
    expect(shown()).toEqual(['Lobby: ', 'Attic: Up', 'Server: ']);
  });

  it('are not drawn again for what does not concern them', async () => {
    begin().show(marks(['1', 'Up']));
    const before = drawn;
    for (let time = 0; time < 50; time++) {
      document.body.append(document.createElement('p'));
      await settle();
    }
    expect(drawn).toBe(before);
    expect(shown()).toEqual(['Lobby: Up', 'Attic: ', 'Server: ']);
  });

  it('give up against a page that removes them every time, without holding it up', async () => {
    let removals = 0;
    const page = new MutationObserver(() => {
      for (const mark of document.querySelectorAll('datto-networking-mark')) {
        removals += 1;
        mark.remove();
      }
    });
    page.observe(document.body, { childList: true, subtree: true });
    begin().show(marks(['1', 'Up']));
    await vi.advanceTimersByTimeAsync(60_000);
    page.disconnect();
    expect(removals).toBeGreaterThan(30);
    expect(removals).toBeLessThan(250);
  });

  it('are gone with the page, and with them those of an earlier life', () => {
    begin().show(marks(['1', 'Up']));
    life.abort();
    expect(shown()).toEqual(['Lobby: ', 'Attic: ', 'Server: ']);
    document.querySelector('a')!.append(document.createElement('datto-networking-mark'));
    life = new AbortController();
    begin();
    expect(document.querySelector('datto-networking-mark')).toBeNull();
  });

  it('are nowhere on MyGlue', () => {
    document.body.className = 'myglue';
    begin().show(marks(['1', 'Up']));
    expect(document.querySelector('datto-networking-mark')).toBeNull();
  });
});
