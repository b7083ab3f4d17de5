import { signal } from '@preact/signals';
import { render } from 'preact';
import { surfaces } from './surfaces';

const theme = signal<'light' | 'dark'>('light');
const surface = signal(surfaces[0]);
const width = signal(surfaces[0]?.widths.at(-1) ?? 640);

/** Taken along to every frame. */
const language = new URLSearchParams(location.search).get('language') ?? 'en';

const address = (entry: string) =>
  `?${new URLSearchParams({ surface: surface.value?.name ?? '', entry, theme: theme.value, language }).toString()}`;

/** All entries of a surface, each in a frame of its own, with switches for theme and width. */
function Overview() {
  const here = surface.value;
  return (
    <>
      <nav style="position: sticky; top: 0; padding: 8px; background: #eee; font: 14px sans-serif">
        {surfaces.map((each) => (
          <button
            key={each.name}
            aria-pressed={each === here}
            onClick={() => {
              surface.value = each;
              width.value = each.widths.at(-1) ?? 640;
            }}
          >
            {each.name}
          </button>
        ))}{' '}
        {(['light', 'dark'] as const).map((each) => (
          <button
            key={each}
            aria-pressed={each === theme.value}
            onClick={() => (theme.value = each)}
          >
            {each}
          </button>
        ))}{' '}
        <label>
          <input
            type="range"
            min={320}
            max={1920}
            value={width.value}
            onInput={(event) => (width.value = Number(event.currentTarget.value))}
          />{' '}
          {width.value} px
        </label>
      </nav>
      {here?.entries.map(({ name, page }) => (
        <figure key={name} style="margin: 16px; font: 14px sans-serif">
          <figcaption>{name}</figcaption>
          <iframe
            title={name}
            src={address(name)}
            style={`width: ${width.value}px; height: ${page ? 720 : 480}px; border: 1px solid #ccc`}
            loading="lazy"
          />
        </figure>
      ))}
    </>
  );
}

export function showIndex(): void {
  render(<Overview />, document.body);
}
