import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import { Button } from '@/components/ui/button';

/** A modal dialog that Escape and its cross close, except while it is at work. */
export function Dialog({
  title,
  wide = false,
  busy = false,
  actions,
  onClose,
  children,
}: {
  title: string;
  wide?: boolean;
  busy?: boolean;
  /** Buttons at the end; without them there is only the cross. */
  actions?: ComponentChildren;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const closed = useRef(false);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      closed.current = true;
      // Closing gives the focus back; the current row takes it where what had it is gone.
      element?.close();
      if (document.activeElement === document.body || element?.contains(document.activeElement))
        document.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`matching-dialog${wide ? ' matching-dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => busy && event.preventDefault()}
      onClose={() => closed.current || onClose()}
    >
      <header class="matching-dialog-head">
        <h2 id={id} dir="auto">
          {title}
        </h2>
        <Button
          kind="quiet"
          icon="close"
          label={t('matching_close')}
          busy={busy}
          onClick={() => dialog.current?.close()}
        />
      </header>
      {children}
      {actions && <footer class="matching-dialog-actions">{actions}</footer>}
    </dialog>
  );
}
