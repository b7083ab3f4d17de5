import { useEffect, useMemo } from 'preact/hooks';
import type { Asking, MessageName, ResponseOf } from '@/lib/messages/protocol';
import type { Client } from './client';
import { live } from './live';
import type { Live } from './live';

/** A view of the background, followed as long as the component is there. */
export function useLive<Name extends MessageName>(
  client: Client,
  name: Name,
  ...request: Asking<Name>
): Live<ResponseOf<Name>> {
  // A request is plain data; the same one, made again at each render, is no other question.
  const followed = useMemo(
    () => live(client, name, ...request),
    [client, name, JSON.stringify(request)],
  );
  useEffect(() => followed.follow(), [followed]);
  return followed;
}
