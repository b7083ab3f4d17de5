import type { ComponentChildren } from 'preact';
import { ProductMark } from '@/components/icons/product-mark';
import { t } from '@/lib/i18n';
import { PlacementControls } from './placement';
import { useLatchedHeight } from './use-latched-height';

interface Props {
  busy: boolean;
  /** What stands in the header line behind the product's name. */
  header?: ComponentChildren;
  /** Buttons at the header's end, beside those that say where the panel stands. */
  actions?: ComponentChildren;
  /** For screen readers, announced when it changes. */
  announcement?: string;
  /** Names what the person chose to see; the card keeps its height only within one. */
  layout?: string;
  children?: ComponentChildren;
}

/** The card around every panel on a page of the portal. */
export function PanelFrame({
  busy,
  header,
  actions,
  announcement = '',
  layout = '',
  children,
}: Props) {
  const ref = useLatchedHeight<HTMLElement>(layout);
  return (
    <section
      ref={ref}
      class="panel"
      aria-label={t('panel_product')}
      aria-busy={busy}
      // So that a decision, whose button is gone with it, can leave the focus here.
      tabIndex={-1}
    >
      <div class="panel-header">
        <ProductMark />
        <h2 class="panel-product">{t('panel_product')}</h2>
        {header}
        <div class="panel-controls">
          {actions}
          <PlacementControls />
        </div>
      </div>
      {children}
      <p class="hidden-text" role="status">
        {announcement}
      </p>
    </section>
  );
}
