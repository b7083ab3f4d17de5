import type * as z from 'zod/mini';
import type { JsonType, WrongField } from '@/lib/model/rows';

/** The parameters of an issue that a schema of ours raises. */
interface IssueParams {
  readonly expected?: JsonType;
}

/** To be given to zod with an issue of ours: what was expected in place of the value. */
export const expecting = (expected: JsonType): { params: Record<string, unknown> } => ({
  params: { expected } satisfies IssueParams,
});

/** Which fields are wrong and what was expected of them, at most five; none of their values. */
export const wrongFields = (error: z.core.$ZodError): WrongField[] =>
  error.issues
    .slice(0, 5)
    .map((issue) => ({ field: issue.path.join('.'), expected: expectedBy(issue) }));

function expectedBy(issue: z.core.$ZodIssue): JsonType | null {
  if (issue.code === 'invalid_type') return jsonTypes[issue.expected] ?? null;
  return issue.code === 'custom'
    ? ((issue.params as IssueParams | undefined)?.expected ?? null)
    : null;
}

/** By the names that zod has for them. */
const jsonTypes: Readonly<Record<string, JsonType | undefined>> = {
  string: 'string',
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
  record: 'object',
};
