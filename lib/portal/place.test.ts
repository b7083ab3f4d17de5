// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findPlace, putAt } from './place';

/** Puts a marked element at the place found in the page, and says what stands around it. */
function placed(html: string, title = 'Lobby | Acme | IT Glue', name: string | null = null) {
  document.body.innerHTML = html;
  document.title = title;
  const panel = document.createElement('b');
  const place = findPlace(document, name);
  putAt(place, panel);
  const describeElement = (element: Element | null) =>
    element && `${element.tagName}#${element.id}`;
  return {
    by: place.by,
    settled: place.by !== 'docked' && place.settled,
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
    ).toMatchObject({
      settled: true,
      before: 'DIV#head',
      after: 'DIV#tabs',
      parent: 'DIV#wrapper',
    });
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
      by: 'main',
      settled: false,
      before: null,
      after: 'P#first',
      parent: 'MAIN#',
    });
  });

  it('is docked where the page has neither landmarks nor a title', () => {
    expect(
      placed(`<script></script><div id="root"><header>Bar</header>
        <div id="content"><p id="one">One</p><p>Two</p></div></div>`),
    ).toMatchObject({ by: 'docked', parent: 'BODY#' });
  });

  it('finds a place even on an empty page', () => {
    expect(placed('')).toMatchObject({ by: 'docked', parent: 'BODY#', settled: false });
  });
});

/** What public scripts show around every page of the portal. */
const around = (page: string) => `
  <div class="navbar navbar-fixed-top" style="position: fixed">
    <a href="/">IT Glue</a>
    <ul class="dropdown-menu" style="display: none"><li><a href="#">NW-SW01</a></li></ul>
    <div class="recent" style="display: none"><div style="font-size: 40px">NW-SW01</div></div>
  </div>
  <ul class="nav itglue-sidenav"><li><a href="#" style="font-size: 30px">NW-SW01</a></li></ul>
  <div id="react-main"><div class="content-body" id="content">${page}</div></div>`;

describe('findPlace, told the name that the page shows', () => {
  it.each([
    [
      'a title that is no heading',
      '<div id="head" class="page-header qa-page-header h1">NW-SW01 <small>Switch</small></div><div id="rest"><dl><dd>NW-SW01</dd></dl></div>',
    ],
    [
      'a title inside a header area',
      '<div id="head" class="page-header-area"><div class="page-header">NW-SW01</div></div><div id="rest"><table><tr><td>NW-SW01</td></tr></table></div>',
    ],
    [
      'a title beside buttons',
      '<div id="head" style="display: flex"><div class="react-page-header__left"><span style="font-size: 24px">NW-SW01</span></div><button>Edit</button></div><div id="rest"><section>NW-SW01</section></div>',
    ],
    [
      'nothing but text in large letters, in other case and spacing',
      '<div id="head"><span style="font-size: 28px"> nw-sw01\n</span></div><p id="rest" style="font-size: 12px">NW-SW01</p>',
    ],
    [
      'a heading that is a link of its own',
      '<div id="head"><h1><a href="#">NW-SW01</a></h1></div><div id="rest"><section></section></div>',
    ],
  ])('stands behind %s, whatever the document’s title and hidden lists say', (_what, page) => {
    for (const title of ['★ my tickets (3)', 'NW-SW01 — IT Glue', ''])
      expect(placed(around(page), title, 'NW-SW01')).toMatchObject({
        by: 'name',
        settled: true,
        before: expect.stringMatching(/^(DIV|SPAN)#(head|)$/) as string,
        parent: 'DIV#content',
      });
  });

  it('waits for the name before it takes another title', () => {
    const html = '<main><div id="head"><h1>Configurations</h1></div><section></section></main>';
    expect(placed(html, 'Configurations', 'NW-SW01')).toMatchObject({
      by: 'heading',
      settled: false,
    });
  });

  it.each(['page-header-area', 'react-page-header__left', 'doc-title--view'])(
    'stands behind the block that scripts know as .%s where the name is nowhere',
    (known) => {
      const page = `<div id="head" class="${known}">Another text</div><div id="rest"><dl></dl></div>`;
      expect(placed(around(page), 'x', 'NW-SW01')).toMatchObject({
        by: 'known-block',
        before: 'DIV#head',
        settled: false,
      });
    },
  );

  it('is docked rather than put beside the side menu', () => {
    const page = `<ul class="nav itglue-sidenav"><li><a href="#">NW-SW01</a></li></ul><div><p>Text</p><p>More</p></div>`;
    expect(placed(page, 'NW-SW01 — IT Glue', 'NW-SW01')).toMatchObject({ by: 'docked' });
  });

  it('keeps off columns made of floats', () => {
    const page = `<div id="row"><div style="float: left"><div style="font-size: 24px">NW-SW01</div></div>
      <div style="float: right"><dl></dl></div></div><div id="rest"><section></section></div>`;
    expect(placed(around(page), 'x', 'NW-SW01')).toMatchObject({ before: 'DIV#row' });
  });
});

describe('putAt', () => {
  const standingBefore = (style: string) => {
    document.body.innerHTML = `<main><div id="next" style="${style}"></div></main>`;
    const panel = document.createElement('b');
    panel.style.margin = '1px';
    const [into, before] = [document.querySelector('main')!, document.querySelector('#next')];
    putAt({ by: 'main', into, before, busy: false, settled: false }, panel);
    expect(panel.nextElementSibling).toBe(before);
    return panel.style.margin;
  };

  it('keeps the distance from the edges that a row of columns keeps', () => {
    expect(standingBefore('display: flex; padding: 20px 24px')).toBe('20px 24px 0px');
  });

  it('keeps none of its own before anything else', () => {
    expect(standingBefore('padding: 20px')).toBe('');
    expect(standingBefore('display: flex; padding: 20px; border: 1px solid')).toBe('');
    expect(standingBefore('display: flex')).toBe('');
  });

  it('takes the distance back where it is docked', () => {
    const panel = document.createElement('b');
    panel.style.margin = '20px';
    putAt({ by: 'docked' }, panel);
    expect(panel.style.margin).toBe('');
  });
});
