import { expect, test } from 'vitest';
import { configurationId } from '@/lib/model/ids';
import { failureOf, fakeClient, json, listMeta, type Answer } from './client.fixture';

const row = (id: string, name: unknown = `Configuration ${id}`) => ({
  id,
  type: 'configurations',
  attributes: { 'organization-id': 2, name },
});
const ids = (...numbers: number[]) => numbers.map((id) => configurationId(id));

/** A tenant whose list shows some rows, and which answers single calls by itself. */
function client(listed: readonly unknown[], single: (id: string) => Answer) {
  return fakeClient(({ url }) => {
    const id = url.pathname.split('/')[2];
    return id === undefined
      ? json({ data: listed, meta: listMeta(null, listed.length) })
      : single(id);
  });
}
const gone = () => json({}, 404);
const refused = () => json({ errors: [{ title: 'No', source: { pointer: 'id' } }] }, 401);

test('tells what is there, what is deleted, and what is out of reach', async () => {
  const fake = client([row('1'), { ...row('2'), attributes: 5 }], (id) => {
    if (id === '3') return refused();
    return id === '4' ? json({ data: row('4') }) : gone();
  });
  const found = await fake.client.configurationsById(ids(1, 2, 3, 4, 5));
  expect(found.rows.map(({ id }) => id)).toEqual(['1', '4']);
  expect(found.skipped.map(({ id }) => id)).toEqual(['2']);
  expect(found.outOfReach).toEqual(['3']);
  expect(found.gone).toEqual(['5']);
});

test('asks for nothing by itself that a list shows', async () => {
  const fake = client([row('1'), row('2')], gone);
  await fake.client.configurationsById(ids(1, 2));
  expect(fake.requests).toHaveLength(1);
});

test('takes nothing for gone where a row does not tell its id', async () => {
  const fake = client([row('1'), { ...row('2'), id: {} }], gone);
  const found = await fake.client.configurationsById(ids(1, 2, 3));
  expect(found).toMatchObject({ gone: [], outOfReach: [] });
});

test('asks one by one where one of them is refused for all', async () => {
  const { client: calls } = fakeClient(({ url }) => {
    const id = url.pathname.split('/')[2];
    if (id === undefined || id === '2') return refused();
    return json({ data: row(id) });
  });
  const found = await calls.configurationsById(ids(1, 2, 3));
  expect(found.rows.map(({ id }) => id)).toEqual(['1', '3']);
  expect(found.outOfReach).toEqual(['2']);
});

test('says nothing where it cannot tell', async () => {
  const fake = client([], () => json({}, 422));
  expect(await failureOf(fake.client.configurationsById(ids(1)))).toMatchObject({
    kind: 'refused',
  });
});
