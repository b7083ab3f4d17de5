import { sections } from '@/components/options/sections';
import type { Answers } from '@/components/state/client.fixture';
import { sampleOptions } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import type { OptionsView } from '@/lib/views/options';
import type { StatusView } from '@/lib/views/status';
import type { Entry } from './entry';

interface State {
  readonly view?: Partial<OptionsView>;
  readonly status?: Partial<StatusView>;
  readonly answers?: Answers;
  readonly act?: NonNullable<Entry['act']>;
}

/** Makes entries of one section of the options, alone on its page. */
export function sectionEntries(id: string, standard: Answers = {}) {
  const section = sections.find((each) => each.id === id);
  if (!section) throw new Error(`The options have no section ${id}.`);
  const { Body } = section;
  return (name: string, { view, status, answers, act }: State = {}): Entry => {
    const shown: OptionsView = { ...sampleOptions, ...view };
    return {
      name: `${id}, ${name}`,
      ...(act && { act }),
      page: {
        answers: { ...standard, ...answers },
        render: (client) => (
          <div class="options">
            <div class="options-side" />
            <main class="options-main">
              <section class="card options-section">
                <h2>{section.title}</h2>
                <Body
                  client={client}
                  view={shown}
                  status={{ ...sampleStatus, status: shown.status, ...status }}
                />
              </section>
            </main>
          </div>
        ),
      },
    };
  };
}
