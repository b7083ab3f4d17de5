import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { largestWindow, type NetworksQuestion } from '@/lib/views/lists/question';
import { decisionStates, type NetworkRow, type NetworksView } from '@/lib/views/matching';
import type { Client } from '@/components/state/client';
import { liveQuestion, type Live } from '@/components/state/live';
import type { Address } from './address';
import type { RowList, WantedRows } from './row-list';

/** The networks that the place shows, asked for by the window that is scrolled to. */
export interface NetworksWindow extends Live<NetworksView> {
  readonly list: ReadonlySignal<RowList<NetworkRow>>;
}

/** So many rows before and after those that are shown are there as well. */
const margin = 15;
/** A window begins so many rows before what is shown. */
const lead = 60;
/** As many as the first screen of a large display holds. */
const firstWindow = 60;

/** Follows the networks of the place; the answer before stays until the next one is there. */
export function networksWindow(client: Client, address: Address): NetworksWindow {
  const window = signal({ from: 0, count: firstWindow });
  /** What is asked about, without the current row: that it moves changes nothing. */
  const asked = computed((): NetworksQuestion => {
    const { tab, text, kinds, withoutDevices, onlyNew, sort, descending } = address.place.value;
    return {
      tab: decisionStates.find((state) => state === tab) ?? 'unmatched',
      text: text.slice(0, 200),
      kinds,
      withoutDevices,
      onlyNew,
      sort,
      descending,
      ...window.value,
      row: null,
    };
  });
  const followed = liveQuestion(client, 'matching.networks', () => [
    { ...asked.peek(), row: address.place.peek().row },
  ]);

  function want({ first, last, current }: WantedRows): void {
    const { keys, row } = list.peek();
    const there = (place: number) => {
      const key = keys[Math.min(Math.max(0, place), keys.length - 1)];
      return key === undefined || row(key) !== undefined;
    };
    const before = window.peek();
    if (![first - margin, first, last, last + margin].every(there))
      window.value = { from: Math.max(0, first - lead), count: largestWindow };
    // The question that is put for a window asks for the current row too.
    if (window.peek() === before && current !== null && row(current) === undefined)
      void followed.reload();
  }
  const list = computed((): RowList<NetworkRow> => {
    const view = followed.view.value;
    const byKey = new Map<string, NetworkRow>(view?.rows.map((row) => [row.id, row]));
    return { keys: view?.keys ?? [], row: (key) => byKey.get(key), want };
  });

  return {
    ...followed,
    list,
    follow() {
      const stop = followed.follow();
      let before = JSON.stringify(asked.peek());
      const stopAsking = asked.subscribe((question) => {
        const now = JSON.stringify(question);
        if (now === before) return;
        before = now;
        void followed.reload();
      });
      return () => {
        stopAsking();
        stop();
      };
    },
  };
}
