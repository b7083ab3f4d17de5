/** `npm run matching-set`: how well networks' organizations are recognized, and every error. */
import { networkNames, parts, readNetworks, readOrganizations, type Part } from './labelled-set';
import {
  automaticFigures,
  isRight,
  measure,
  suggestionFigures,
  type Figures,
  type Outcome,
} from './measure';

for (const part of [...parts, networkNames] as const) {
  const organizations = readOrganizations(part);
  print(part, measure(readNetworks(part), organizations), organizations.length);
}

function print(part: Part, outcomes: readonly Outcome[], organizations: number): void {
  console.log(`\n${part}: ${outcomes.length} networks, ${organizations} organizations`);
  line('automatic matches', automaticFigures(outcomes));
  line('suggestions', suggestionFigures(outcomes));
  const categories = [...new Set(outcomes.map(({ labelled }) => labelled.category))].sort();
  for (const category of categories)
    line(
      `  ${category}`,
      suggestionFigures(outcomes.filter(({ labelled }) => labelled.category === category)),
    );
  const errors = outcomes.filter((outcome) => !isRight(outcome));
  console.log(`  errors: ${errors.length}`);
  for (const { labelled, answer } of errors) {
    const given = answer.kind === 'none' ? 'nothing' : `${answer.organization} (${answer.kind})`;
    const why =
      answer.kind === 'suggested' ? ` ${answer.score.toFixed(2)} ${answer.reason.kind}` : '';
    console.log(
      `    ${labelled.category}: "${labelled.network.name}" is ${labelled.organization ?? 'of none'}, answered ${given}${why}`,
    );
  }
}

function line(name: string, { precision, recall, given, right, wanted }: Figures): void {
  console.log(
    `${name.padEnd(20)} precision ${percent(precision)} (${right}/${given})  recall ${percent(recall)} (${right}/${wanted})`,
  );
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)} %`.padStart(7);
}
