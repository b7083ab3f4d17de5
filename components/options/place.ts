import { optionsSections, type OptionsSection } from '@/lib/model/options-section';

/** Where one is on the options page. */
export interface OptionsPlace {
  readonly section: OptionsSection;
  /** The id of the setting to go to. */
  readonly at: string | null;
}

/** Reads `#sync`, and `#sync/automatic-sync`; the first section where the address names none. */
export function parsePlace(hash: string): OptionsPlace {
  const [, name, at] = /^#([^/?]*)(?:\/([\w-]+))?/.exec(hash) ?? [];
  const section = optionsSections.find((each) => each === name);
  if (section === undefined) return { section: optionsSections[0], at: null };
  return { section, at: at ?? null };
}

export const formatPlace = ({ section, at }: OptionsPlace): string =>
  at === null ? `#${section}` : `#${section}/${at}`;
