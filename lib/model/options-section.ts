/** The sections of the options page, in their order. */
export const optionsSections = [
  'connection',
  'sync',
  'auto-create',
  'types',
  'team',
  'access',
  'security',
  'activity',
] as const;
export type OptionsSection = (typeof optionsSections)[number];
