import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { ActivityFilter } from '@/lib/messages/activity';
import type { Activity } from '@/lib/model/activity';
import type { ActivityGroup } from '@/lib/views/activity';
import { changesIn } from '@/lib/words/activity-changes';
import { useVirtualRows } from '@/components/matching/use-virtual-rows';
import type { Client } from '@/components/state/client';
import { ActivityChanges, ActivityLine, type Opening } from './activity-line';
import { useRunLines } from './use-run-lines';

/** A line of a run, or one that stands for a run or for itself. */
type Row =
  | { readonly kind: 'group'; readonly key: string; readonly group: ActivityGroup }
  | { readonly kind: 'line'; readonly key: string; readonly line: Activity };

/** A guess, until a line is measured, px. */
const rowHeight = 52;
/** So many lines before the end the next are asked for. */
const ahead = 20;

/** A list of any length, of which only what is in sight is in the page; runs open to their lines, writes to their values. */
export function ActivityList({
  client,
  filter,
  groups,
  complete,
  onMore,
}: {
  client: Client;
  filter: ActivityFilter;
  groups: readonly ActivityGroup[];
  complete: boolean;
  onMore: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  /** The line that a person opened or closed last, which keeps the focus wherever it is scrolled to. */
  const [used, setUsed] = useState('');
  const openRuns = groups.filter(({ run }) => run !== null && opened.has(`run ${run}`));
  const runs = useRunLines(client, filter, openRuns);

  const rows: Row[] = groups.flatMap((group): Row[] => {
    const { run, id } = group;
    if (run === null) return [{ kind: 'group', key: `line ${id}`, group }];
    const key = `run ${run}`;
    const lines = opened.has(key) ? (runs.linesOf(run) ?? []) : [];
    return [
      { kind: 'group', key, group },
      ...lines.map((line) => ({ kind: 'line' as const, key: `line ${line.id}`, line })),
    ];
  });
  const virtual = useVirtualRows({
    scroller,
    count: rows.length,
    keyOf: useCallback((index: number) => rows[index]?.key ?? '', [rows]),
    height: rowHeight,
    headHeight: 0,
    keep: rows.findIndex(({ key }) => key === used),
  });
  const last = virtual.items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!complete && last >= rows.length - ahead) onMore();
  }, [complete, last, rows.length]);
  useEffect(() => {
    const [first] = virtual.items;
    for (const { run } of openRuns) {
      const lines = run === null ? undefined : runs.linesOf(run);
      const end = rows.findIndex(({ key }) => key === `line ${lines?.at(-1)?.id}`);
      if (run !== null && lines && first && end >= first.index && end <= last + ahead)
        runs.more(run);
    }
  });

  function toggle(key: string): void {
    setUsed(key);
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
  }
  const openingOf = (key: string): Opening => ({
    open: opened.has(key),
    onToggle: () => toggle(key),
  });

  return (
    // Focusable, because it scrolls.
    <div
      ref={scroller}
      class="activity-scroller"
      tabIndex={0}
      role="group"
      aria-label={t('options_activity')}
    >
      <ol
        class="activity"
        aria-label={t('options_activity')}
        style={{ height: `${virtual.totalHeight}px` }}
      >
        {virtual.items.map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={row.key}
                ref={virtual.measure}
                class={row.kind === 'line' ? 'activity-of-run' : undefined}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={complete ? rows.length : -1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <RowContent row={row} openingOf={openingOf} />
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}

function RowContent({ row, openingOf }: { row: Row; openingOf: (key: string) => Opening }) {
  if (row.kind === 'group' && row.group.run !== null) {
    const { head, count, failures } = row.group;
    return (
      <ActivityLine line={head} count={count} failures={failures} opening={openingOf(row.key)} />
    );
  }
  const line = row.kind === 'group' ? row.group.head : row.line;
  const changes = changesIn(line.event);
  const opening = changes.length > 0 ? openingOf(row.key) : null;
  return (
    <>
      <ActivityLine line={line} opening={opening} />
      {opening?.open && <ActivityChanges changes={changes} />}
    </>
  );
}
