import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { formatMac, type Mac } from '@/lib/model/mac';
import { isUnknown, type PluggedView, type PortView } from '@/lib/views/ports';
import { inSentence } from '@/lib/words/in-sentence';
import { vagueWords } from '@/lib/words/ports';
import { Copied } from './copied';

/** Who makes what has the MAC; nothing where the list of makers does not tell. */
export type Makers = ReadonlyMap<Mac, string>;

/** What hangs on a port: by its configuration's name, else by MAC and maker. */
export function Plugged({ plugged, makers }: { plugged: PluggedView; makers: Makers }) {
  const { mac, known } = plugged;
  const maker = makers.get(mac);
  if (known)
    return known.path === null ? (
      <bdi>
        <ValueText text={known.name} />
      </bdi>
    ) : (
      <a href={known.path}>
        <bdi>
          <ValueText text={known.name} />
        </bdi>
      </a>
    );
  return (
    <>
      {isUnknown(plugged) ? t('ports_unknown') : t('ports_address')}{' '}
      <span class="plugged-mac">
        <Copied text={formatMac(mac)} label={t('panel_mac')} />
      </span>
      {maker !== undefined && (
        <>
          {' · '}
          <bdi>{maker}</bdi>
        </>
      )}
      {plugged.vague && <span class="plugged-why"> ({t(vagueWords[plugged.vague])})</span>}
    </>
  );
}

/** The same as text, thing by thing, and how many more there are. */
export function pluggedText({ plugged, behind }: PortView, makers: Makers): readonly string[] {
  return [
    ...plugged.map((each) => {
      if (each.known) return inSentence(each.known.name);
      const words = t(isUnknown(each) ? 'ports_unknown' : 'ports_address');
      return [words, formatMac(each.mac), makers.get(each.mac)].filter(Boolean).join(' ');
    }),
    ...(behind > 0 ? [t('ports_behind', behind)] : []),
  ];
}
