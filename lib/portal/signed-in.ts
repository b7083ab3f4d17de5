import { hostTag } from './shadow-host';

/** So many texts are told at most, of so many characters. */
const most = 40;
const longest = 200;

/** The portal's own bars. */
const bars = 'header, nav, aside, .navbar, [role=banner], [role=navigation]';
/** What pages show of records, which may be about anybody. */
const content = `main, [role=main], .content-body, dialog, [role=dialog], ${hostTag}`;
/** What a bar calls the part that is about the person, in one of these attributes. */
const words = ['account', 'user', 'profile', 'avatar', 'signed in', 'signed-in', 'logged in'];
const own = ['class', 'id', 'aria-label', 'title', 'data-testid']
  .flatMap((name) => words.map((word) => `[${name}*="${word}" i]`))
  .join();
const email = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[^\s<>()"',;:]*[\p{L}\p{N}]/gu;

/**
 * What the portal's bars say of who is signed in: the words of an account menu or avatar, and every e-mail address.
 * It is the page's word and no more: whoever is told compares it with the tenant's users.
 */
export function signedInWords(document: Document): string[] {
  const said = new Set<string>();
  const add = (text: string | null | undefined) => {
    const plain = text?.replace(/\s+/g, ' ').trim();
    if (plain && plain.length <= longest && said.size < most) said.add(plain);
  };
  const inBars = [...document.querySelectorAll(bars)].filter((bar) => !bar.closest(content));
  for (const bar of inBars) for (const found of bar.textContent.match(email) ?? []) add(found);
  for (const bar of inBars)
    for (const part of [bar, ...bar.querySelectorAll('*')].filter((each) => each.matches(own))) {
      add(part.textContent);
      for (const each of [part, ...part.querySelectorAll('*')]) {
        for (const name of ['aria-label', 'title', 'alt', 'data-email'])
          add(each.getAttribute(name));
        const address = each.getAttribute('href');
        if (address?.startsWith('mailto:')) add(address.slice('mailto:'.length));
        if (each.childElementCount === 0) add(each.textContent);
      }
    }
  return [...said];
}
