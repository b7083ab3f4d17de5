import { describe, expect, it } from 'vitest';
import { accessRefusal } from './access-refusal';

const of = (body: unknown) => accessRefusal(body, JSON.stringify(body));
const error = (detail: string, source?: unknown) => ({
  errors: [{ status: 401, title: 'Unauthorized', detail, ...(source !== undefined && { source }) }],
});

describe('an answer of 401 or 403', () => {
  it.each([
    [error('Unauthorized resource access', { pointer: 'id' })],
    [error('Unauthorized resource access', { pointer: '/data/attributes/organization-id' })],
    [error('Unauthorized resource access', 'id')],
    [{ errors: [{ title: 'Unauthorized' }, { title: 'No', source: { pointer: 'id' } }] }],
    // Whatever its words are.
    [error('The IP address of this record is not in your plan', { pointer: 'primary-ip' })],
  ])('with a pointer is about one record: %j', (body) => {
    expect(of(body)).toBe('out-of-reach');
  });

  it.each([
    ['Access from this IP address is not allowed by IP Access Control.'],
    ['Your IP is not on the allowlist'],
    ['IP 203.0.113.9 has been blocked'],
    ['Request refused: address is not in the white-list'],
    ['ip address restricted'],
  ])('is about the address: %s', (detail) => {
    expect(of(error(detail))).toBe('address-refused');
  });

  it.each([
    ['Your plan does not include access to the API.'],
    ['API access is not available'],
    ['API is not enabled for this account'],
    ['Please upgrade to use the API'],
    ['This feature needs the Enterprise plan'],
    ['Your subscription has no API access'],
  ])('is about the plan: %s', (detail) => {
    expect(of(error(detail))).toBe('no-api-access');
  });

  it.each([
    [{}],
    [{ errors: [] }],
    [error('')],
    [error('The API key is missing, wrong or revoked.')],
    [error('Unauthorized', {})],
    [error('Unauthorized', { pointer: '' })],
    [error('Unauthorized', { parameter: 'filter[id]' })],
    [error('You need to sign in or sign up before continuing.')],
    // Words that only look like one: no "ip", no plan.
    [error('Unauthorized: ship the recipe to the planet')],
  ])('is about the key otherwise: %j', (body) => {
    expect(of(body)).toBe('credentials');
  });

  it('is recognized in a page of HTML too, by its text and not by its markup', () => {
    const page = (text: string) => `<html><head><style>.ip{}</style></head><p>${text}</p></html>`;
    expect(accessRefusal(undefined, page('Your <b>IP</b> address was refused'))).toBe(
      'address-refused',
    );
    expect(accessRefusal(undefined, '<div class="ip plan upgrade">Forbidden</div>')).toBe(
      'credentials',
    );
    expect(accessRefusal(undefined, '')).toBe('credentials');
  });
});
