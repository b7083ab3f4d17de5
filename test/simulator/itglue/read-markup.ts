import { Window } from 'happy-dom';

const { document } = new Window();

/** What a person reads in HTML, line by line, without white space around it. */
export function readMarkup(html: string): string {
  document.body.innerHTML = html;
  for (const one of document.querySelectorAll('br')) one.replaceWith('\n');
  return document.body.textContent.trim();
}
