import { z } from 'zod';

/** For messages that carry nothing. */
export const nothing = z.undefined().or(z.null());

/** One row of the protocol: who may send it, the shape it carries, and the type that comes back. */
export function message<From extends 'page' | 'portal', Request extends z.ZodType>(
  from: From,
  request: Request,
) {
  return {
    returns: <Response>() => ({ from, request, response: null as unknown as Response }),
  };
}
