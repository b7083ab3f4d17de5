import * as z from 'zod/mini';
import { bulkActions } from '@/lib/model/bulk-action';
import type { BulkCounts, BulkPreview } from '@/lib/views/bulk';
import { findingStates } from '@/lib/model/finding';
import { decisionStates, type DecisionResult } from '@/lib/views/matching';
import { deviceKeySchema, networkIdSchema, organizationIdSchema } from './ids';
import { message } from './message';

/** Names a finding: the ids of its configurations. */
const findingKeySchema = z.string().check(z.regex(/^\d{1,30}(?:\+\d{1,30})+$/));

const most = 50_000;
const action = z.enum(bulkActions);
const state = z.enum([...decisionStates, ...findingStates]);
const target = z.nullable(z.string().check(z.regex(/^\d{1,30}$/)));
const version = z.string().check(z.maxLength(1_000_000));
const many = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.array(schema).check(z.minLength(1), z.maxLength(most));

/** The rows chosen on one level of the matching page. */
const chosen = <Fields extends z.core.$ZodLooseShape>(fields: Fields) =>
  z.discriminatedUnion('subject', [
    z.object({ subject: z.literal('networks'), keys: many(networkIdSchema), ...fields }),
    z.object({ subject: z.literal('devices'), keys: many(deviceKeySchema), ...fields }),
    z.object({ subject: z.literal('findings'), keys: many(findingKeySchema), ...fields }),
  ]);

const shown = <Key extends z.ZodMiniType>(key: Key) => many(z.object({ key, version, target }));

const decisionSchema = z.discriminatedUnion('subject', [
  z.object({ subject: z.literal('networks'), action, rows: shown(networkIdSchema) }),
  z.object({ subject: z.literal('devices'), action, rows: shown(deviceKeySchema) }),
  z.object({ subject: z.literal('findings'), action, rows: shown(findingKeySchema) }),
]);
export type BulkDecision = z.infer<typeof decisionSchema>;

const countsSchema = chosen({ state });
export type BulkCountsRequest = z.infer<typeof countsSchema>;

const previewSchema = chosen({ action, organizationId: z.nullable(organizationIdSchema) });
export type BulkPreviewRequest = z.infer<typeof previewSchema>;

/** What is decided about many rows at once. Who may decide what is checked for every row. */
export const bulkProtocol = {
  /** How many of the rows each action would touch. `state`: the tab that they were chosen in. */
  'bulk.counts': message('page', countsSchema).returns<BulkCounts>(),
  /** Which rows an action would touch. `organizationId`: what they are to be matched to. */
  'bulk.preview': message('page', previewSchema).returns<BulkPreview>(),
  /** Does it about the rows as they were shown, all in one: those decided meanwhile are left out. */
  'bulk.decide': message('page', decisionSchema).returns<DecisionResult>(),
} as const;
