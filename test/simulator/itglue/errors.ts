const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
};

export interface Problem {
  detail: string;
  /** A JSON pointer into the body, or the name of a query parameter. */
  source?: { pointer: string } | { parameter: string };
}

/** A refusal; the handler turns it into `{"errors":[{title, detail, status, source}]}`. */
export class ProblemError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 415 | 422,
    readonly problems: Problem[],
  ) {
    super(problems.map((problem) => problem.detail).join(' '));
  }

  toJSON() {
    return {
      errors: this.problems.map((problem) => ({
        title: titles[this.status],
        detail: problem.detail,
        status: this.status,
        source: problem.source ?? {},
      })),
    };
  }
}

export const badRequest = (detail: string, parameter?: string) =>
  new ProblemError(400, [{ detail, ...(parameter !== undefined && { source: { parameter } }) }]);
export const notFound = (what = 'The record') =>
  new ProblemError(404, [{ detail: `${what} was not found.` }]);
export const unprocessable = (detail: string, attribute?: string) =>
  new ProblemError(422, [
    {
      detail,
      ...(attribute !== undefined && { source: { pointer: `/data/attributes/${attribute}` } }),
    },
  ]);
