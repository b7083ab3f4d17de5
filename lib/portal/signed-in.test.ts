// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { signedInWords } from './signed-in';

afterEach(() => {
  document.body.innerHTML = '';
});
function saidBy(html: string): string[] {
  document.body.innerHTML = html;
  return signedInWords(document);
}

describe('what a page says of who is signed in', () => {
  it.each([
    [
      'an avatar',
      '<header><span role="img" aria-label="Signed in as Ada Lindqvist">AL</span></header>',
      'Signed in as Ada Lindqvist',
    ],
    [
      'a picture',
      '<nav><div class="UserMenu"><img alt="Ada Lindqvist"></div></nav>',
      'Ada Lindqvist',
    ],
    [
      'a menu that is not open',
      '<div class="navbar"><ul id="account-menu" hidden><li>Ada <b>Lindqvist</b></li></ul></div>',
      'Ada Lindqvist',
    ],
    [
      'an address anywhere in a bar',
      '<div class="navbar">Hello ada@contoso.example!</div>',
      'ada@contoso.example',
    ],
    [
      'an address to write to',
      '<aside><p class="profile"><a href="mailto:ada@contoso.example">Me</a></p></aside>',
      'ada@contoso.example',
    ],
  ])('is taken from %s', (_, html, words) => {
    expect(saidBy(html)).toContain(words);
  });

  it.each([
    ['what a page shows of a record', '<main><header class="user">Ada Lindqvist</header></main>'],
    [
      'a contact in the content',
      '<div class="content-body"><nav class="profile">ada@contoso.example</nav></div>',
    ],
    ['other words of a bar', '<nav><a href="/2">Ada Lindqvist</a></nav>'],
  ])('is not taken from %s', (_, html) => {
    expect(saidBy(html)).toEqual([]);
  });

  it('is cut off, however much a page has of it', () => {
    const many = Array.from({ length: 500 }, (__, at) => `<i>${at}</i>`).join('');
    expect(saidBy(`<header class="user">${many}</header>`)).toHaveLength(40);
    expect(saidBy(`<header class="user">${'x'.repeat(5000)}</header>`)).toEqual([]);
  });
});
