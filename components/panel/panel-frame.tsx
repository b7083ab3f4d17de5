import type { ComponentChildren } from 'preact';
import { ProductMark } from '@/components/icons/product-mark';
import { t } from '@/lib/i18n';
import { useLatchedHeight } from './use-latched-height';

interface Props {
  busy: boolean;
  /** What stands in the header line behind the product's name. */
  header?: ComponentChildren;
  /** For screen readers, said when it changes. */
  announcement?: string;
  children: ComponentChildren;
}

/** The card around every panel on a page of the portal. */
export function PanelFrame({ busy, header, announcement = '', children }: Props) {
  const ref = useLatchedHeight<HTMLElement>();
  return (
    <section ref={ref} class="panel" aria-label={t('panel_product')} aria-busy={busy}>
      <div class="panel-header">
        <ProductMark />
        <h2 class="panel-product">{t('panel_product')}</h2>
        {header}
      </div>
      {children}
      <p class="hidden-text" role="status">
        {announcement}
      </p>
    </section>
  );
}
