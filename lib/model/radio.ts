/** What one radio of an access point sends on. */
export interface Channel {
  /** E.g. `5 GHz`. */
  readonly band: string;
  readonly number: number;
  /** As the API has it, e.g. `HT40+`. */
  readonly width: string | null;
}

/** Another access point of the network that an access point hears. */
export interface Neighbor {
  /** Datto's id of it. */
  readonly id: string;
  readonly signals: readonly { readonly band: string; readonly dbm: number }[];
}

/** A neighbor by its name. */
export interface NamedNeighbor extends Pick<Neighbor, 'signals'> {
  readonly name: string;
}

/** A figure for how well a modem hears its mobile network. */
export interface LteSignal {
  readonly measure: 'RSRP' | 'RSSI';
  readonly dbm: number;
}

/** From how many dBm on a signal has four bars, three, two and one. */
const steps: Readonly<Record<LteSignal['measure'], readonly number[]>> = {
  RSRP: [-80, -90, -100, -110],
  RSSI: [-65, -75, -85, -95],
};

/** How many of four bars a signal has. */
export function barsOf({ measure, dbm }: LteSignal): number {
  const place = steps[measure].findIndex((least) => dbm >= least);
  return place < 0 ? 0 : steps[measure].length - place;
}
