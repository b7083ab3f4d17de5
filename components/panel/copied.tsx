import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/icons/icon';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';

/** How long it is said that something was copied, milliseconds. */
const saidFor = 2_500;

interface Props {
  /** What is shown, and copied. */
  text: string;
  /** What it is, e.g. `MAC`. */
  label: string;
}

/**
 * A value that a click on its button, or a double click on itself, takes whole: to copy it, or to select it. Where
 * the page's policy keeps scripts from the clipboard it is selected, and the keyboard does the rest.
 */
export function Copied({ text, label }: Props) {
  const value = useRef<HTMLSpanElement>(null);
  const [done, setDone] = useState<'copied' | 'selected' | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), saidFor);
    return () => clearTimeout(timer);
  }, [done]);

  function select() {
    if (value.current) value.current.ownerDocument.getSelection()?.selectAllChildren(value.current);
  }
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      select();
      setDone('selected');
    }
  }

  return (
    <span class="copied">
      <span ref={value} class="field-value" onDblClick={select}>
        <bdi>
          <ValueText text={text} />
        </bdi>
      </span>
      <button
        type="button"
        class="button button-quiet button-icon copied-button"
        aria-label={t('panel_copy', [label])}
        title={t('panel_copy', [label])}
        onClick={() => void copy()}
      >
        <Icon name={done === 'copied' ? 'check' : 'copy'} />
      </button>
      <span class="copied-word" role="status">
        {done && t(done === 'copied' ? 'panel_copied' : 'panel_selected')}
      </span>
    </span>
  );
}
