import { escapeUTF8 } from 'entities';

/** One entry of one surface, photographed in one theme at one width. */
export interface Picture {
  readonly surface: string;
  readonly entry: string;
  readonly theme: 'light' | 'dark';
  /** CSS pixels. */
  readonly width: number;
  /** Beside the index page. */
  readonly file: string;
}

/**
 * The page that leads to all pictures: by surface, then by entry, with a link for each theme and width
 * and the widest in light as a small one.
 */
export function indexPage(pictures: readonly Picture[]): string {
  const surfaces = groupBy(pictures, ({ surface }) => surface);
  const nav = surfaces.map(
    ([surface, of]) =>
      `<a href="#${escapeUTF8(surface)}">${escapeUTF8(surface)}</a> (${of.length})`,
  );
  const sections = surfaces.map(
    ([surface, of]) =>
      `<h2 id="${escapeUTF8(surface)}">${escapeUTF8(surface)}</h2>\n<ul>\n${groupBy(
        of,
        ({ entry }) => entry,
      )
        .map(([entry, each]) => item(entry, each))
        .join('\n')}\n</ul>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery: ${pictures.length} pictures</title>
<style>
body { margin: 16px; font: 14px/1.5 system-ui, sans-serif; color-scheme: light dark; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 16px; padding: 0; list-style: none; }
img { display: block; width: 100%; height: 180px; object-fit: contain; object-position: top left; border: 1px solid gray; }
h3 { margin: 4px 0; font-size: 14px; }
</style>
</head>
<body>
<h1>${pictures.length} pictures</h1>
<nav>${nav.join(' · ')}</nav>
${sections.join('\n')}
</body>
</html>
`;
}

function item(entry: string, pictures: readonly Picture[]): string {
  const small = pictures
    .filter(({ theme }) => theme === 'light')
    .sort((a, b) => b.width - a.width)[0];
  const links = groupBy(pictures, ({ theme }) => theme).map(
    ([theme, of]) =>
      `${theme} ${of
        .toSorted((a, b) => a.width - b.width)
        .map(({ file, width }) => `<a href="${address(file)}">${width}</a>`)
        .join(' ')}`,
  );
  const image = small
    ? `<a href="${address(small.file)}"><img loading="lazy" alt="" src="${address(small.file)}"></a>`
    : '';
  return `<li>${image}<h3>${escapeUTF8(entry)}</h3>${links.join('<br>')}</li>`;
}

const address = (file: string) => escapeUTF8(encodeURIComponent(file));

/** In the order in which each first comes. */
function groupBy<Item>(
  items: readonly Item[],
  by: (item: Item) => string,
): [key: string, items: Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return [...groups];
}
