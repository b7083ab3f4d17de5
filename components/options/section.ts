import type { ComponentType } from 'preact';
import type { OptionsSection } from '@/lib/model/options-section';
import type { OptionsView } from '@/lib/views/options';
import type { StatusView } from '@/lib/views/status';
import type { Client } from '@/components/state/client';

/** What every section of the options is given. */
export interface SectionProps {
  readonly client: Client;
  readonly view: OptionsView;
  /** `null` before the background's first answer. */
  readonly status: StatusView | null;
}

/** A part of the options page, with a place in its address (`options.html#<id>`). */
export interface Section {
  readonly id: OptionsSection;
  readonly title: string;
  readonly Body: ComponentType<SectionProps>;
}
