import type { z } from 'zod';

/** Which fields are wrong and how, e.g. `summary_info.mac: expected string`; none of their values. */
export function reasonOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => [...(issue.path.length > 0 ? [issue.path.join('.')] : []), expected(issue)])
    .map((parts) => parts.join(': '))
    .join('; ');
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`;
  return issue.code === 'custom' ? issue.message : 'not valid';
}
