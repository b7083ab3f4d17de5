import { escapeUTF8 } from 'entities';
import type { Scene } from './scenes';

/** The ground is the blue of the extension's mark, darker; one colour, since that keeps the files small. */
const style = `
  * { box-sizing: border-box; margin: 0; }
  body { display: grid; grid-template-rows: auto 1fr; justify-items: center; height: 100vh; overflow: hidden;
    background: #0d5470; color: #fff;
    font: 22px/1.4 'Open Sans', 'Liberation Sans', Arial, sans-serif; }
  header { display: grid; grid-template-columns: auto 1fr; column-gap: 20px; align-items: center; width: 1160px; padding: 36px 0 28px; }
  header svg { grid-row: span 2; width: 76px; height: 76px; }
  h1 { font-size: 38px; line-height: 1.2; font-weight: 600; }
  header p { color: #d6eef5; }
  figure { align-self: start; overflow: hidden; max-height: 660px; border-radius: 10px; background: #fff; box-shadow: 0 12px 40px #0006; }
  img { display: block; }
  .tile { grid-template-rows: 1fr; align-content: center; }
  .tile header { width: auto; grid-template-columns: auto; justify-items: center; row-gap: 10px; padding: 0; text-align: center; }
  .tile svg { width: 92px; height: 92px; }
  .tile h1 { font-size: 30px; }
  .tile p { font-size: 18px; }`;

const page = (body: string, kind = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style><body class="${kind}">${body}</body></html>`;

/** A picture of the listing, 1280 × 800: what it is about, and below it the state as it is. */
export const scenePage = ({ title, text }: Scene, mark: string, picture: Buffer): string =>
  page(
    `<header>${mark}<h1>${escapeUTF8(title)}</h1><p>${escapeUTF8(text)}</p></header>
     <figure><img alt="" src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );

/** The tile of the store's lists, 440 × 280. */
export const tilePage = (mark: string): string =>
  page(
    `<header>${mark}<h1>Datto Networking<br>for IT Glue</h1><p>Live devices. Matching. Wi-Fi documentation.</p></header>`,
    'tile',
  );
