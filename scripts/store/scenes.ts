/** One picture of the store's listing: a state of the gallery below a sentence about it. */
export interface Scene {
  /** The file's name. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** Which entry of the gallery, and how wide its page is; CSS pixels. */
  readonly surface: string;
  readonly entry: string;
  readonly width: number;
}

/** In the order of the listing; the first is seen most. */
export const scenes: readonly Scene[] = [
  {
    name: '1-panel',
    title: 'Every Datto device, live, where it is documented',
    text: 'Status, clients, firmware and end of life on IT Glue’s own configuration page.',
    surface: 'panel',
    entry: 'device access-point',
    width: 760,
  },
  {
    name: '2-matching',
    title: 'From Datto networks to IT Glue organizations in minutes',
    text: 'Certain matches are made by MAC; everything else is suggested with its reason.',
    surface: 'store',
    entry: 'matching',
    width: 1160,
  },
  {
    name: '3-ports',
    title: 'What hangs on which port',
    text: 'The switch’s front with speed, PoE and the configuration plugged in.',
    surface: 'ports',
    entry: 'in the panel',
    width: 860,
  },
  {
    name: '4-wifi',
    title: 'Wi-Fi that documents itself',
    text: 'Every SSID with a key becomes a record and a password, kept current by each sync.',
    surface: 'store',
    entry: 'auto-create',
    width: 1160,
  },
  {
    name: '5-sheet',
    title: 'One sheet for each customer’s networks',
    text: 'Up and down, firmware, what ends when, what is missing. Printed or as CSV.',
    surface: 'network',
    entry: 'sheet',
    width: 1160,
  },
];
