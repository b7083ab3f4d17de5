// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { measurePage } from './measure';
import { parseMeasure } from './measured';
import { hostTag } from './shadow-host';

const boxes: Record<string, [x: number, y: number, width: number, height: number]> = {
  bar: [0, 0, 1280, 50],
  menu: [0, 50, 200, 700],
  title: [220.4, 70.6, 600, 40],
  panel: [220, 120, 800, 300],
};

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(...(boxes[this.id] ?? [0, 0, 0, 0]));
  });
});
afterEach(() => vi.restoreAllMocks());

const page = (panel: string) => `
  <div id="bar" class="navbar" style="position: fixed">Northwind</div>
  <ul id="menu" class="itglue-sidenav"><li>Northwind</li></ul>
  <h1 id="title">NW-SW01 Server Room</h1>${panel}`;

describe('what is measured of a page', () => {
  it('is where its parts and the panel are, and nothing that it says', () => {
    document.body.className = 'ui-theme-dark';
    document.body.innerHTML = page(
      `<${hostTag} id="panel" data-placed-by="name">Northwind</${hostTag}>`,
    );
    const measured = parseMeasure(measurePage(document));
    expect(measured).toMatchObject({ theme: 'dark', placedBy: 'name', covered: false });
    expect(measured?.parts).toEqual([
      { part: 'fixed bar', box: { x: 0, y: 0, width: 1280, height: 50 } },
      { part: 'side menu', box: { x: 0, y: 50, width: 200, height: 700 } },
      { part: 'h1', box: { x: 220, y: 71, width: 600, height: 40 } },
      { part: 'panel', box: { x: 220, y: 120, width: 800, height: 300 } },
    ]);
    expect(JSON.stringify(measured)).not.toMatch(/Northwind|NW-SW01/);
  });

  it('has no place where there is no panel', () => {
    document.body.className = '';
    document.body.innerHTML = page('');
    expect(measurePage(document)).toMatchObject({ theme: null, placedBy: null, covered: false });
  });

  it('is taken only in its own shape', () => {
    const measured = measurePage(document);
    expect(parseMeasure({ ...measured, title: 'Northwind' })).toEqual(parseMeasure(measured));
    expect(parseMeasure({ ...measured, theme: 'Northwind' })).toBeNull();
    expect(parseMeasure(null)).toBeNull();
  });
});
