import type { Region } from '@/lib/model/settings';

/** Where each region's API answers. Source: api.itglue.com/developer, "Base URL". */
export const apiOrigins: Readonly<Record<Region, string>> = {
  us: 'https://api.itglue.com',
  eu: 'https://api.eu.itglue.com',
  au: 'https://api.au.itglue.com',
};
