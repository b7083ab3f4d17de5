import { describe, expect, it } from 'vitest';
import { DattoError, dattoErrorKinds } from '@/lib/datto/errors';
import { ItGlueError } from '@/lib/itglue/errors';
import { endsRun, toProblem } from './problems';

const running = new AbortController().signal;
const itGlue = (kind: ItGlueError['kind']) =>
  new ItGlueError({ kind, request: 'GET /users', outcome: null });

describe('a failure', () => {
  it('names its side and what is known of it', () => {
    const error = new DattoError('clock', 'api.cloudtrax.com', { codes: [13002], status: 403 });
    expect(toProblem(error)).toEqual({
      kind: 'refused',
      side: 'datto',
      cause: {
        kind: 'datto-answer',
        failure: 'clock',
        host: 'api.cloudtrax.com',
        codes: [13002],
        status: 403,
      },
    });
    expect(toProblem(itGlue('transient'))).toMatchObject({ kind: 'server', side: 'itglue' });
  });

  it('that is no answer of an API is a defect of ours', () => {
    expect(toProblem(new TypeError('x is undefined'))).toEqual({
      kind: 'internal',
      detail: 'TypeError: x is undefined',
    });
    expect(toProblem('thrown text')).toEqual({ kind: 'internal' });
  });

  it('of one network lets the run go on; of keys, connection or our code it ends it', () => {
    const ending = dattoErrorKinds.filter((kind) =>
      endsRun(new DattoError(kind, 'api.cloudtrax.com'), running),
    );
    expect(ending).toEqual(['credentials', 'bad-request', 'offline']);
    for (const kind of ['credentials', 'address-refused', 'no-api-access', 'offline'] as const)
      expect(endsRun(itGlue(kind), running)).toBe(true);
    for (const kind of ['out-of-reach', 'not-found', 'refused', 'transient', 'timeout'] as const)
      expect(endsRun(itGlue(kind), running)).toBe(false);
    expect(endsRun(new TypeError('x is undefined'), running)).toBe(true);
    expect(endsRun(itGlue('timeout'), running)).toBe(false);
  });

  it('of any kind ends a run that was stopped', () => {
    expect(endsRun(itGlue('timeout'), AbortSignal.abort())).toBe(true);
  });
});
