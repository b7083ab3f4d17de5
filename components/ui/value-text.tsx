import { Fragment } from 'preact';
import { breakPlaces, clip } from './break-places';

/**
 * A value as it was read, whole up to a bound, broken only where a reader would: between the
 * octets of a MAC, the groups of an IPv6 address, the parts of a version, every eight digits of a hash.
 */
export function ValueText({ text }: { text: string }) {
  const { shown, title } = clip(text);
  return (
    <span title={title}>
      {breakPlaces(shown).map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
