/** Attributes that people read or hear. */
const attributes = [
  ...['title', 'placeholder', 'alt', 'label'],
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'data-count'],
];

/** Every text of an element that a person meets: what stands in it, and what is said of its parts. */
export function wordsOf(shown: Element): string[] {
  const found: string[] = [];
  const root = shown.cloneNode(true) as Element;
  // Where a line may break, the text goes on.
  root.querySelectorAll('wbr').forEach((place) => place.remove());
  root.normalize();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest('style, script')) found.push(node.textContent ?? '');
  for (const element of root.querySelectorAll('*'))
    for (const name of attributes) {
      const text = element.getAttribute(name);
      if (text) found.push(text);
    }
  return found.filter((text) => text.trim() !== '');
}
