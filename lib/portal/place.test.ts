// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findPlace, putAt } from './place';

/** Puts a marked element at the place found in the page, and says what stands around it. */
function placed(html: string, title = 'Lobby | Acme | IT Glue') {
  document.body.innerHTML = html;
  document.title = title;
  const panel = document.createElement('b');
  const place = findPlace(document);
  putAt(place, panel);
  const describeElement = (element: Element | null) =>
    element && `${element.tagName}#${element.id}`;
  return {
    settled: place.settled,
    before: describeElement(panel.previousElementSibling),
    after: describeElement(panel.nextElementSibling),
    parent: describeElement(panel.parentElement),
  };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('findPlace', () => {
  it('stands behind the whole block of the title, badges and buttons included', () => {
    expect(
      placed(`
        <header><h1>IT Glue</h1></header>
        <main>
          <div id="wrapper">
            <div id="head">
              <nav><a>Acme</a></nav>
              <div style="display: flex"><h1>Lobby</h1><span>Active</span><button>Edit</button></div>
            </div>
            <div id="tabs" role="tablist"></div>
            <div id="body"><section><h2>Details</h2></section></div>
          </div>
        </main>`),
    ).toEqual({ settled: true, before: 'DIV#head', after: 'DIV#tabs', parent: 'DIV#wrapper' });
  });

  it('stays out of a row that the title shares with content', () => {
    expect(
      placed(`
        <main>
          <div id="row" style="display: flex"><div><h1>Lobby</h1></div><section>Related</section></div>
          <div id="body"><dl></dl></div>
        </main>`),
    ).toMatchObject({ before: 'DIV#row', after: 'DIV#body' });
  });

  it('does not climb out of a wrapper whose content is still to come', () => {
    expect(placed('<main><div id="wrapper"><h1 id="title">Lobby</h1></div></main>')).toMatchObject({
      before: 'H1#title',
      parent: 'DIV#wrapper',
    });
  });

  it('takes a heading by role', () => {
    expect(
      placed(
        '<div role="main"><p role="heading" aria-level="1" id="t">Lobby</p><p id="x"></p></div>',
      ),
    ).toMatchObject({ before: 'P#t', settled: true });
  });

  it('passes over hidden headings, dialogs and the portal’s own bar', () => {
    expect(
      placed(`
        <header><h1>IT Glue</h1></header>
        <dialog open><h1>What is new</h1></dialog>
        <div hidden><h1>Loading</h1></div>
        <div id="page"><h1 id="title">Lobby</h1><section id="body"></section></div>`),
    ).toMatchObject({ before: 'H1#title', after: 'SECTION#body', settled: true });
  });

  it('finds the title without a heading, by the words the document’s title begins with', () => {
    expect(
      placed(
        `<nav><a>Lobby - East</a></nav>
         <div id="page"><div id="head"><div>Lobby  - East</div></div><table id="body"></table></div>`,
        'Lobby - East | Acme | IT Glue',
      ),
    ).toMatchObject({ before: 'DIV#head', after: 'TABLE#body', settled: true });
  });

  it('waits for a page that says it is busy', () => {
    expect(placed('<main aria-busy="true"><h1>Loading…</h1><div></div></main>').settled).toBe(
      false,
    );
  });

  it('falls back to the beginning of the main landmark', () => {
    expect(placed('<nav>Menu</nav><main><p id="first">No title</p></main>')).toEqual({
      settled: false,
      before: null,
      after: 'P#first',
      parent: 'MAIN#',
    });
  });

  it('falls back to the beginning of what holds the page where there are no landmarks', () => {
    expect(
      placed(`<script></script><div id="root"><header>Bar</header>
        <div id="content"><p id="one">One</p><p>Two</p></div></div>`),
    ).toMatchObject({ parent: 'DIV#content', after: 'P#one' });
  });

  it('finds a place even on an empty page', () => {
    expect(placed('')).toMatchObject({ parent: 'BODY#', settled: false });
  });
});
