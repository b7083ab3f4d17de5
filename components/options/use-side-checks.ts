import { useEffect, useState } from 'preact/hooks';
import type { RequestOf } from '@/lib/messages/protocol';
import type { ConnectFailure } from '@/lib/model/connect';
import { parsePortal } from '@/lib/model/portal';
import type { Side } from '@/lib/model/problem';
import type { Client } from '@/components/state/client';
import { withAddressRead, type ConnectDraft } from './connect-draft';

/** The pause in typing before keys are tried, milliseconds. */
const waitMs = 400;

export type SideCheck =
  | { readonly state: 'open' | 'checking' | 'accepted' }
  | { readonly state: 'refused'; readonly failures: readonly ConnectFailure[] };

const open: SideCheck = { state: 'open' };

/**
 * Tries each side's keys as soon as they are there, and saves nothing.
 * @param wanted whether it does so at all
 */
export function useSideChecks(client: Client, draft: ConnectDraft, wanted: boolean) {
  const { dattoPublicKey, dattoSecretKey, itGlueApiKey, region, subdomain } =
    withAddressRead(draft);
  const isDattoThere = Boolean(dattoPublicKey?.trim() && dattoSecretKey?.trim());
  const isItGlueThere = Boolean(itGlueApiKey?.trim()) && parsePortal(subdomain).ok;
  return {
    datto: useCheck(
      client,
      'datto',
      wanted && isDattoThere
        ? {
            dattoPublicKey: dattoPublicKey?.trim() ?? '',
            dattoSecretKey: dattoSecretKey?.trim() ?? '',
            region,
            subdomain: '-',
          }
        : null,
    ),
    itglue: useCheck(
      client,
      'itglue',
      wanted && isItGlueThere
        ? { itGlueApiKey: itGlueApiKey?.trim() ?? '', region, subdomain }
        : null,
    ),
  };
}

type Keys = Omit<RequestOf<'connection.check'>, 'side'>;

function useCheck(client: Client, side: Side, keys: Keys | null): SideCheck {
  const [check, setCheck] = useState(open);
  const text = JSON.stringify(keys);
  useEffect(() => {
    setCheck(open);
    if (keys === null) return;
    let left = false;
    const timer = setTimeout(() => {
      setCheck({ state: 'checking' });
      void client.send('connection.check', { side, ...keys }).then((reply) => {
        if (left) return;
        // What kept it from being tried is said when it matters: on Connect.
        if (!reply.ok || reply.value.some(({ reason }) => reason === 'problem')) setCheck(open);
        else
          setCheck(
            reply.value.length === 0
              ? { state: 'accepted' }
              : { state: 'refused', failures: reply.value },
          );
      });
    }, waitMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [text]);
  return check;
}

export const refusedBy = (check: SideCheck): readonly ConnectFailure[] =>
  check.state === 'refused' ? check.failures : [];
