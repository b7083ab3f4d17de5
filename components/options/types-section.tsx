import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { typeFor } from '@/lib/model/configuration-type';
import { deviceKinds } from '@/lib/model/device';
import type { DeviceKind } from '@/lib/model/device';
import { normalizeName } from '@/lib/model/name';
import { policyTypes } from '@/lib/model/policy';
import type { Problem } from '@/lib/model/problem';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';
import { inSentence } from '@/lib/words/in-sentence';
import { kindWords } from '@/lib/words/kinds';
import type { SectionProps } from './section';
import { SettingSelect } from './setting-select';

type Types = readonly { readonly id: string; readonly name: string }[];

/** Which configuration type a configuration gets that is created for a device of each kind. */
export function TypesSection({ client, view }: SectionProps) {
  const [types, setTypes] = useState<Types | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const connected = view.connection?.connectedAt ?? null;

  useEffect(() => {
    if (connected === null) return;
    let left = false;
    void client.send('types.list').then((reply) => {
      if (left) return;
      if (reply.ok) setTypes(reply.value);
      setProblem(reply.ok ? null : reply.problem);
    });
    return () => {
      left = true;
    };
  }, [connected, tries]);

  if (connected === null) return <p>{t('options_types_connect_first')}</p>;
  const { configurationTypes } = view.settings;
  const { fields, values } = view.managed;
  const isManaged = (kind: DeviceKind) => fields.includes(policyTypes[kind]);
  /** The name that the company has set, where IT Glue has no such type. */
  const unknownName = (kind: DeviceKind) => {
    const name = values[policyTypes[kind]];
    if (name === undefined) return null;
    const found = types?.some((type) => normalizeName(type.name) === normalizeName(name));
    return found ? null : name;
  };
  return (
    <>
      <p>{t('options_types_intro')}</p>
      {problem && (
        <Notice
          tone="warning"
          action={<Button onClick={() => setTries(tries + 1)}>{t('options_retry')}</Button>}
        >
          {t('options_types_problem', [problemText(problem)])}
        </Notice>
      )}
      {!types && !problem && <p aria-busy="true">{t('options_types_loading')}</p>}
      {types?.length === 0 && <p>{t('options_types_none')}</p>}
      {types &&
        types.length > 0 &&
        deviceKinds.map((kind) => {
          const saved = configurationTypes[kind];
          return (
            <SettingSelect
              key={kind}
              id={`type-${kind}`}
              label={t(kindWords[kind].name)}
              hint={
                unknownName(kind) === null
                  ? hint(kind, saved, types)
                  : t('managed_type_missing', [inSentence(unknownName(kind) ?? '')])
              }
              managed={isManaged(kind)}
              value={saved ?? ''}
              choices={choices(kind, saved, types)}
              onSave={(value) =>
                client.send('types.save', {
                  ...configurationTypes,
                  [kind]: value === '' ? null : value,
                })
              }
            />
          );
        })}
    </>
  );
}

/** First what is taken where nothing is chosen, then all the types; one that is gone stays visible. */
function choices(kind: DeviceKind, saved: string | null, types: Types) {
  const found = types.find(({ id }) => id === typeFor(kind, types));
  const gone = saved !== null && !types.some(({ id }) => id === saved);
  return [
    ['', found ? t('options_type_by_name', [found.name]) : t('options_type_choose')] as const,
    ...(gone ? [[saved, t('options_type_gone_choice')] as const] : []),
    ...types.map(({ id, name }) => [id, name] as const),
  ];
}

function hint(kind: DeviceKind, saved: string | null, types: Types): string {
  const found = typeFor(kind, types);
  if (saved === null) return t(found === null ? 'options_type_missing' : 'options_type_automatic');
  if (!types.some(({ id }) => id === saved)) return t('options_type_gone');
  return t(saved === found ? 'options_type_found' : 'options_type_chosen');
}
