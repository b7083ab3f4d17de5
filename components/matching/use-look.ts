import { useEffect } from 'preact/hooks';
import type { RequestOf } from '@/lib/messages/protocol';
import type { Client } from '@/components/state/client';

/** Tells the background that a person looks at a list: when it is shown, and when the page is looked at again. */
export function useLook(client: Client, list: RequestOf<'matching.look'>): void {
  const key = JSON.stringify(list);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void client.send('matching.look', list);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [client, key]);
}
