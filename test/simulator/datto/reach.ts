import type { DattoPart, DattoQuirks } from '../tenant/quirks';

function partOf(path: string): DattoPart | undefined {
  const [, first, , last] = path.split('/');
  if (first === 'network') return last === 'settings' ? 'settings' : 'network-list';
  return (['node', 'switch', 'powerstrip', 'router', 'history'] as const).find(
    (part) => part === first,
  );
}

/** The code a request is refused with because of what it is about. */
export function refusalOf(
  { outOfReach, missing }: DattoQuirks,
  path: string,
  about: { networkId?: number; deviceId?: number },
): 1002 | 13006 | undefined {
  const part = partOf(path);
  if (part !== undefined && missing.includes(part)) return 1002;
  const isRefused = outOfReach.some(
    (one) =>
      (one.part ?? part) === part &&
      (one.networkId ?? about.networkId) === about.networkId &&
      (one.deviceId ?? about.deviceId) === about.deviceId,
  );
  return isRefused ? 13006 : undefined;
}
