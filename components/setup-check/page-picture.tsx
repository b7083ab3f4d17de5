import { t } from '@/lib/i18n';
import type { MeasuredPart, PageMeasure } from '@/lib/model/setup-check';
import { measuredPartWords } from '@/lib/words/setup-check';

/** Drawn in this order, so that the panel lies on top. */
const order: readonly MeasuredPart[] = ['main', 'side menu', 'h1', 'fixed bar', 'panel'];

/** A drawing of the page of the portal that was measured, with the panel where it stood. */
export function PagePicture({ measure }: { measure: PageMeasure }) {
  const { width, height } = measure.window;
  const panel = measure.parts.find(({ part }) => part === 'panel')?.box;
  const words = panel
    ? t('setup_check_picture', [panel.width, panel.height, panel.x, panel.y, width, height])
    : t('setup_check_picture_none', [width, height]);
  return (
    <figure class="page-picture">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        <rect class="page-picture-window" width={width} height={height} />
        {order.flatMap((part) =>
          measure.parts
            .filter((one) => one.part === part)
            .map(({ box }, at) => (
              <g key={`${part} ${at}`} class={`page-picture-${part.replace(' ', '-')}`}>
                <rect {...box} />
                <text x={box.x + 12} y={box.y + 32}>
                  {t(measuredPartWords[part])}
                </text>
              </g>
            )),
        )}
      </svg>
      <figcaption class="check-quiet">{words}</figcaption>
    </figure>
  );
}
