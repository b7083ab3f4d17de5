import type { ComponentChildren } from 'preact';

/** Instead of rows: one sentence and one next step. */
export function EmptyState({
  children,
  action,
  busy = false,
}: {
  /** One sentence. */
  children: ComponentChildren;
  action?: ComponentChildren;
  busy?: boolean;
}) {
  return (
    <div class="matching-empty" role={busy ? 'status' : undefined}>
      <p>{children}</p>
      {action && <div>{action}</div>}
    </div>
  );
}
