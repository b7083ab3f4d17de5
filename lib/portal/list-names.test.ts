// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import { listedNames } from './list-names';

const page = 'https://acme.itglue.com/7/configurations';
const named = (html: string) => {
  document.body.innerHTML = html;
  return listedNames(document, organizationId('7')).map(
    ({ link, configurationId }) => `${configurationId} ${link.textContent.trim()}`,
  );
};

beforeEach(() => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(page);
});

it('finds each row’s name: the first link with words to the configuration’s own page', () => {
  expect(
    named(`
      <table>
        <tr>
          <td><a href="/7/configurations/1"><img alt=""></a></td>
          <td><a href="/7/configurations/1?from=list"><bdi>Lobby</bdi></a></td>
          <td><a href="/7/configurations/1/edit">Edit</a> <a href="/7/configurations/1">View</a></td>
        </tr>
        <tr><td><a href="${page}/2/">Attic</a></td></tr>
      </table>
      <div><a href="/7/configurations/3">A card</a></div>`),
  ).toEqual(['1 Lobby', '2 Attic', '3 A card']);
});

it.each([
  ['another organization’s', '<a href="/8/configurations/1">Lobby</a>'],
  ['another tenant’s', '<a href="https://other.itglue.com/7/configurations/1">Lobby</a>'],
  ['the list itself', '<a href="/7/configurations">Configurations</a>'],
  ['a form', '<a href="/7/configurations/new">New</a>'],
  ['a menu', '<nav><ul><li><a href="/7/configurations/1">Recent</a></li></ul></nav>'],
  ['the portal’s bar', '<header><a href="/7/configurations/1">Recent</a></header>'],
  ['an address that is none', '<a href="https://:/configurations/1">Lobby</a>'],
])('takes no link to or of %s', (_what, html) => {
  expect(named(html)).toEqual([]);
});
