import { useEffect, useMemo } from 'preact/hooks';
import type { ResponseOf } from '@/lib/messages/protocol';
import type { Client } from './client';
import { live } from './live';
import type { Live, ViewName } from './live';

/** A view of the background, followed as long as the component is there. */
export function useLive<Name extends ViewName>(client: Client, name: Name): Live<ResponseOf<Name>> {
  const followed = useMemo(() => live(client, name), [client, name]);
  useEffect(() => followed.follow(), [followed]);
  return followed;
}
