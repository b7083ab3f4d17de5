import type { ChaosResult } from './run';

/** What cannot be removed once it is there: where it is made, and what the activity calls it. */
const permanent: Readonly<Record<string, { readonly path: RegExp; readonly resource: string }>> = {
  manufacturers: { path: /^\/manufacturers$/, resource: 'manufacturer' },
  models: { path: /\/models$/, resource: 'model' },
  types: { path: /^\/flexible_asset_types$/, resource: 'type' },
};

/**
 * What of a run is not as it ought to be: lines that the end has more (`+`) or fewer (`-`) times than
 * that of a calm run, and what must never happen (`!`).
 */
export function deviations(result: ChaosResult, calm: ChaosResult): string[] {
  const lines = Object.entries(calm.picture).flatMap(([table, expected]) => {
    const missing = [...expected];
    const more = (result.picture[table] ?? []).filter((line) => {
      const place = missing.indexOf(line);
      if (place >= 0) missing.splice(place, 1);
      return place < 0;
    });
    const excess = more.length > excused(result, table) ? more : [];
    return [
      ...excess.map((line) => `+ ${table} ${line}`),
      ...missing.map((line) => `- ${table} ${line}`),
    ];
  });
  return [
    ...(result.failure === null ? [] : [`! ${result.failure}`]),
    ...lines,
    ...result.thrown.filter((line) => line.startsWith('unhandled')).map((line) => `! ${line}`),
    // A failure of the browser or of the network is no defect, and none is final.
    ...result.activity
      .filter((line) => line.includes('"kind":"internal"'))
      .map((line) => `! ${line}`),
    ...result.writesUnchanged.map((write) => `! an unchanged sync writes: ${write}`),
  ];
}

/** How many duplicates the browser made by itself that IT Glue cannot remove, each named in the activity. */
function excused({ mishaps, activity }: ChaosResult, table: string): number {
  const kind = permanent[table];
  if (!kind) return 0;
  const doubled = mishaps.filter(
    ({ method, path, fate }) =>
      method === 'POST' && fate.kind === 'doubled' && kind.path.test(path),
  );
  const named = activity.filter(
    (line) => line.includes('"sent-twice-left"') && line.includes(`"resource":"${kind.resource}"`),
  );
  return Math.min(doubled.length, named.length);
}
