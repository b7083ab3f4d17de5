import { configurationId } from '@/lib/model/ids';
import type { FoundCalls } from './found-calls';

/** Answers to what is asked about what was found on a port. */
export const foundCalls: FoundCalls = {
  search: () =>
    Promise.resolve({
      ok: true,
      value: [
        { id: configurationId(1), name: 'Display', facts: [], archived: false, takenBy: null },
        {
          id: configurationId(2),
          name: 'Printer',
          facts: ['00-1B-A9-4E-12-0C', '192.168.101.71'],
          archived: false,
          takenBy: null,
        },
      ],
    }),
  preview: () =>
    Promise.resolve({
      ok: true,
      value: {
        organizationName: 'Northwind Traders',
        types: [
          { id: '7', name: 'Local Printer' },
          { id: '8', name: 'Managed Server' },
        ],
        manufacturer: { id: '3', name: 'Brother' },
      },
    }),
  match: () =>
    Promise.resolve({
      ok: true,
      value: { ok: false, refusal: { kind: 'has-mac', mac: '00-1B-A9-4E-12-0C' } },
    }),
  create: () => Promise.resolve({ ok: true, value: { ok: true, count: 1 } }),
};
