import { t } from '@/lib/i18n';
import { leftReasons, type LeftOut } from '@/lib/model/left-out';
import { leftWords } from '@/lib/words/bulk';
import { Name } from './row-text';

/** So many names are listed of those that one reason leaves out. */
const most = 100;

/** The rows that an action leaves as they are, by the reason. */
export function LeftRows({ rows }: { rows: readonly LeftOut[] }) {
  return (
    <div class="matching-left">
      <h3>{t('matching_left', rows.length)}</h3>
      {leftReasons.map((why) => {
        const names = rows.flatMap((row) => (row.why === why ? [row.name] : []));
        const known = names.filter((name) => name !== '');
        if (names.length === 0) return null;
        const words = t(leftWords[why], names.length);
        return known.length === 0 ? (
          <p key={why}>{words}</p>
        ) : (
          <details key={why}>
            <summary>{words}</summary>
            <ul>
              {known.slice(0, most).map((name, place) => (
                <li key={place}>
                  <Name text={name} />
                </li>
              ))}
              {known.length > most && <li>{t('matching_bulk_more', known.length - most)}</li>}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
