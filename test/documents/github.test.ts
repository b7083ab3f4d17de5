import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import packageJson from '@/package.json';
import { filesBelow, read } from './files';

function parsed(path: string): unknown {
  const document = parseDocument(read(path));
  if (document.errors.length + document.warnings.length > 0)
    throw new Error(`${path}: ${[...document.errors, ...document.warnings].join('\n')}`);
  return document.toJS();
}

const text = z.string().min(1);
const unique = (values: readonly unknown[]) => new Set(values).size === values.length;
const validations = z.strictObject({ required: z.boolean() }).optional();

/** https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const elementSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({
    type: z.literal('textarea'),
    id: text.regex(/^[\w-]+$/),
    attributes: z.strictObject({
      label: text,
      description: text.optional(),
      placeholder: text.optional(),
      render: text.optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('input'),
    id: text.regex(/^[\w-]+$/),
    attributes: z.strictObject({
      label: text,
      description: text.optional(),
      placeholder: text.optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id: text.regex(/^[\w-]+$/),
    attributes: z.strictObject({
      label: text,
      description: text.optional(),
      multiple: z.boolean().optional(),
      options: z.array(text).min(1).refine(unique, 'an option twice'),
    }),
    validations,
  }),
]);
const formSchema = z.strictObject({
  name: text,
  description: text,
  labels: z.array(text).optional(),
  body: z
    .array(elementSchema)
    .refine((body) => body.some(({ type }) => type !== 'markdown'), 'nothing to fill in')
    .refine(
      (body) => unique(body.flatMap((each) => (each.type === 'markdown' ? [] : [each.id]))),
      'an id twice',
    )
    .refine(
      (body) =>
        unique(body.flatMap((each) => (each.type === 'markdown' ? [] : [each.attributes.label]))),
      'a label twice',
    ),
});

const stepSchema = z.looseObject({
  name: text.optional(),
  uses: text.optional(),
  run: text.optional(),
});
const workflowSchema = z.looseObject({
  name: text,
  permissions: z.record(text, z.enum(['read', 'write', 'none'])),
  jobs: z.record(
    text,
    z.union([
      z.looseObject({ uses: text }),
      z.looseObject({ 'timeout-minutes': z.number(), steps: z.array(stepSchema).min(1) }),
    ]),
  ),
});

describe('issue forms', () => {
  const forms = filesBelow('.github/ISSUE_TEMPLATE', '.yml').filter(
    (path) => !path.endsWith('/config.yml'),
  );

  it('are three', () => {
    expect(forms.map((path) => path.split('/').at(-1))).toEqual([
      'bug.yml',
      'feature.yml',
      'tenant.yml',
    ]);
  });

  it.each(forms)('%s is a form as GitHub takes it', (path) => {
    expect(formSchema.safeParse(parsed(path)).error).toBeUndefined();
  });

  it('are the only way in', () => {
    expect(parsed('.github/ISSUE_TEMPLATE/config.yml')).toEqual({ blank_issues_enabled: false });
  });
});

describe('workflows', () => {
  const workflows = filesBelow('.github/workflows', '.yml').map((path) => ({
    path,
    workflow: workflowSchema.parse(parsed(path)),
  }));
  const stepsOf = ({ jobs }: z.infer<typeof workflowSchema>) =>
    Object.values(jobs).flatMap((job) =>
      'steps' in job
        ? z.array(stepSchema).parse(job.steps)
        : [{ uses: z.string().parse(job.uses) }],
    );

  it.each(workflows)('$path may write nothing but where a job says so', ({ workflow }) => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it.each(workflows)('$path takes each action by its version', ({ workflow }) => {
    for (const { uses } of stepsOf(workflow)) {
      if (uses === undefined) continue;
      if (uses.startsWith('./')) expect(() => read(uses)).not.toThrow();
      else expect(uses).toMatch(/^[\w-]+\/[\w-]+@(v\d+(\.\d+)*|[0-9a-f]{40})$/);
    }
  });

  it.each(workflows)('$path runs only what there is', ({ workflow }) => {
    for (const step of stepsOf(workflow)) {
      const run = 'run' in step ? (step.run ?? '') : '';
      for (const [, script = ''] of run.matchAll(/\bnpm run ([\w:-]+)/g))
        expect(packageJson.scripts).toHaveProperty([script]);
      if (run.includes('.ci/run')) accessSync('.ci/run', constants.X_OK);
    }
  });

  it('test with the oldest Node that is supported, and a newer one', () => {
    const ci = z
      .object({
        jobs: z.object({
          test: z.object({
            strategy: z.object({ matrix: z.object({ node: z.array(z.number()) }) }),
          }),
        }),
      })
      .parse(parsed('.github/workflows/ci.yml'));
    const { node } = ci.jobs.test.strategy.matrix;
    expect(Math.min(...node)).toBe(Number(/\d+/.exec(packageJson.engines.node)?.[0]));
    expect(node.length).toBeGreaterThan(1);
  });

  it.skipIf(process.platform === 'win32')(
    'take the notes of a release from the changelog, of its version alone',
    () => {
      const release = workflows.find(({ path }) => path.endsWith('/release.yml'))?.workflow;
      const steps = z.array(stepSchema).parse(release && stepsOf(release));
      const script = steps.find(({ name }) => name?.includes('changelog'))?.run ?? 'exit 1';
      const folder = mkdtempSync(join(tmpdir(), 'release-notes-'));
      const take = (tag: string) =>
        execFileSync('bash', ['-e', '-c', script], {
          env: { ...process.env, GITHUB_REF_NAME: tag, RUNNER_TEMP: folder },
        });
      take(`v${packageJson.version}`);
      const notes = readFileSync(join(folder, 'notes.md'), 'utf8');
      expect(notes).toContain('### Added');
      expect(notes).not.toMatch(/^## /m);
      expect(() => take('v0.0.1')).toThrow();
    },
  );
});

describe('dependency updates', () => {
  it('come for packages and for actions', () => {
    const { updates } = z
      .object({
        version: z.literal(2),
        updates: z.array(z.looseObject({ 'package-ecosystem': text })),
      })
      .parse(parsed('.github/dependabot.yml'));
    expect(updates.map((each) => each['package-ecosystem']).sort()).toEqual([
      'github-actions',
      'npm',
    ]);
  });
});

describe('the changelog', () => {
  it('has what is unreleased first, then the versions, newest first, each with its day', () => {
    const headings = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, text = '']) => text);
    expect(headings[0]).toBe('[Unreleased]');
    for (const heading of headings.slice(1))
      expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
    const days = headings.slice(1).map((heading) => heading.slice(-10));
    expect(days).toEqual([...days].sort().reverse());
    expect(headings.join()).toContain(`[${packageJson.version}]`);
  });
});
