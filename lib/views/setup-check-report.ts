import { measuredParts, type Box, type CheckResult, type Finding } from '@/lib/model/setup-check';
import type { SetupCheckView } from './setup-check';

/**
 * The report for an issue: what each check saw, by the ids of docs/assumptions.md. The same in every
 * language. Holds only ids of assumptions, words of closed lists and numbers, so nothing of the account.
 * @param about of the extension and the browser, e.g. `0.1.0`, `Chrome 140`
 */
export function setupReport(
  { rows, measure }: SetupCheckView,
  about: { readonly version: string; readonly browser: string },
): string {
  const done = rows.flatMap(({ result }) => result ?? []);
  const of = (outcome: CheckResult['outcome']) =>
    done.filter((result) => result.outcome === outcome).length;
  const lines = [
    `Setup check, extension ${about.version}, ${about.browser}`,
    `${of('holds')} hold, ${of('differs')} differ, ${of('unseen')} could not be seen, ${rows.length - done.length} not looked at`,
    '',
    ...rows.map(({ id, source, result }) => `${id} (${source}): ${result ? said(result) : '-'}`),
  ];
  if (measure) {
    const { width, height } = measure.window;
    lines.push('', `window: ${width} × ${height}`);
    for (const part of measuredParts)
      for (const { box } of measure.parts.filter((one) => one.part === part))
        lines.push(`${part}: ${boxText(box)}`);
  }
  return `${lines.join('\n')}\n`;
}

const said = ({ outcome, seen, requests }: CheckResult): string =>
  [outcome, seen.map(findingCode).join('; '), `${requests} requests`]
    .filter((part) => part !== '')
    .join(' | ');

const findingCode = ({ subject, sight, count }: Finding): string =>
  [subject, sight, ...(count === undefined ? [] : [count])].join(' ');

const boxText = ({ x, y, width, height }: Box): string => `${width} × ${height} at ${x}, ${y}`;
