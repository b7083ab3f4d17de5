import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeviceKey } from '@/lib/model/device';
import type { NetworkId, OrganizationId } from '@/lib/model/ids';
import {
  largestWindow,
  type DevicesQuestion,
  type ListQuestion,
  type NetworksQuestion,
} from '@/lib/views/lists/question';
import {
  decisionStates,
  type DeviceRow,
  type DevicesView,
  type ListView,
  type NetworkRow,
  type NetworksView,
} from '@/lib/views/matching';
import type { MatchingPlace } from '@/lib/views/matching-address';
import type { Client } from '@/components/state/client';
import { liveQuestion, type Live } from '@/components/state/live';
import type { Address } from './address';
import type { RowList, WantedRows } from './row-list';

/** The rows that the place shows, asked for by the window that is scrolled to. */
export interface ListWindow<View, Row> extends Live<View> {
  readonly list: ReadonlySignal<RowList<Row>>;
}

/** So many rows before and after those that are shown are there as well. */
const margin = 15;
/** A window begins so many rows before what is shown. */
const lead = 60;
/** As many as the first screen of a large display holds. */
const firstWindow = 60;

/** Follows the networks of the place. */
export const networksWindow = (
  client: Client,
  address: Address,
): ListWindow<NetworksView, NetworkRow> =>
  listWindow<NetworksQuestion, NetworksView, NetworkRow, NetworkId>(
    address,
    (question) => liveQuestion(client, 'matching.networks', question),
    ({ withoutDevices }) => ({ withoutDevices }),
    ({ id }) => id,
  );

/** Follows the devices of an organization, or of all, that the place shows. */
export const devicesWindow = (
  client: Client,
  address: Address,
  organizationId: OrganizationId | null,
): ListWindow<DevicesView, DeviceRow> =>
  listWindow<DevicesQuestion, DevicesView, DeviceRow, DeviceKey>(
    address,
    (question) => liveQuestion(client, 'matching.devices', question),
    ({ network, status, reason }) => ({ organizationId, network, status, reason }),
    ({ key }) => key,
  );

/** Follows a list; the answer before stays until the next one is there. */
function listWindow<
  Question extends ListQuestion,
  View extends ListView<Row, Key>,
  Row,
  Key extends string,
>(
  address: Address,
  follow: (question: () => [Question]) => Live<View>,
  ofLevel: (place: MatchingPlace) => Omit<Question, keyof ListQuestion>,
  keyOf: (row: Row) => Key,
): ListWindow<View, Row> {
  const window = signal({ from: 0, count: firstWindow });
  /** What is asked about, without the current row: that it moves changes nothing. */
  const asked = computed(() => {
    const place = address.place.value;
    const { tab, text, kinds, hasUnmatched, onlyNew, sort, descending } = place;
    return {
      tab: decisionStates.find((state) => state === tab) ?? 'unmatched',
      text: text.slice(0, 200),
      kinds,
      hasUnmatched,
      onlyNew,
      sort,
      descending,
      ...window.value,
      row: null,
      ...ofLevel(place),
    } as ListQuestion as Question;
  });
  const followed = follow(() => [{ ...asked.peek(), row: address.place.peek().row }]);

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
  const list = computed((): RowList<Row> => {
    const view = followed.view.value;
    const byKey = new Map<string, Row>(view?.rows.map((row) => [keyOf(row), row]));
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
