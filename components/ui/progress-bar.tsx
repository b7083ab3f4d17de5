/** How far something is; without a total it only says that something is under way. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total: number;
}) {
  return total > 0 ? (
    <progress class="progress" aria-label={label} max={total} value={Math.min(done, total)} />
  ) : (
    <progress class="progress" aria-label={label} />
  );
}
