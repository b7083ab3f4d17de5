import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '@/lib/model/problem';
import type { WirelessPreview } from '@/lib/views/wireless';
import type { Client } from '@/components/state/client';

/** What is known of a change of the setting. */
export type PreviewState =
  | { readonly state: 'none' | 'loading' }
  | { readonly state: 'known'; readonly preview: WirelessPreview; readonly retry: () => void }
  | { readonly state: 'failed'; readonly problem: Problem; readonly retry: () => void };

/** Asks what setting it to `on` would write, once for each change; `null` asks nothing. */
export function usePreview(client: Client, on: boolean | null): PreviewState {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<PreviewState>({ state: 'none' });

  useEffect(() => {
    setAnswer({ state: on === null ? 'none' : 'loading' });
    if (on === null) return;
    let left = false;
    const retry = () => setTries((before) => before + 1);
    void client.send('auto-create.preview', { on }).then((reply) => {
      if (left) return;
      setAnswer(
        reply.ok
          ? { state: 'known', preview: reply.value, retry }
          : { state: 'failed', problem: reply.problem, retry },
      );
    });
    return () => {
      left = true;
    };
  }, [client, on, tries]);

  return answer;
}
