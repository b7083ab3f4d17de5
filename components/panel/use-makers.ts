import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mac } from '@/lib/model/mac';
import { isUnknown, type PortView } from '@/lib/views/ports';
import type { Makers } from './plugged';

/** Who makes what has each of these MACs; those of whom nothing is known are left out. */
export type AskMakers = (macs: readonly Mac[]) => Promise<readonly (readonly [Mac, string])[]>;

/** So many are asked about at once. */
const atOnce = 100;

/** The makers of the unknown devices on these ports, each asked about once. */
export function useMakers(ports: readonly PortView[], ask: AskMakers): Makers {
  const [makers, setMakers] = useState<Makers>(new Map());
  const asked = useRef(new Set<Mac>());
  useEffect(() => {
    const unknown = ports.flatMap(({ plugged }) => plugged.filter(isUnknown).map(({ mac }) => mac));
    const fresh = [...new Set(unknown)].filter((mac) => !asked.current.has(mac)).slice(0, atOnce);
    if (fresh.length === 0) return;
    for (const mac of fresh) asked.current.add(mac);
    void ask(fresh).then((found) => setMakers((before) => new Map([...before, ...found])));
  }, [ports]);
  return makers;
}
