import * as z from 'zod/mini';
import { organizationId, passwordId, type OrganizationId, type PasswordId } from '@/lib/model/ids';
import type { Password } from '@/lib/model/password';
import { readPage, type Page, type PageAt, type Reader } from './json-api-read';
import { readOne, writeOne, type WrittenRow } from './json-api-write';
import { relatedItemsOf, relatedItemsWire, type WithRelatedItems } from './related-items';
import type { Transport } from './transport';
import { exactText, flag, id, optionalId } from './wire';

/** Without `password`: where an answer has the value, it ends here. See `comparePassword`. */
const wire = z.object({
  id,
  attributes: z.object({
    'organization-id': id,
    name: exactText,
    username: exactText,
    url: exactText,
    notes: exactText,
    'resource-id': optionalId,
    'resource-type': exactText,
    archived: flag(false),
    'password-updated-at': exactText,
    'updated-at': exactText,
  }),
  ...relatedItemsWire,
});
type Wire = z.infer<typeof wire>;

const toModel = ({ id: password, attributes }: Wire): Password => ({
  id: passwordId(password),
  organizationId: organizationId(attributes['organization-id']),
  name: attributes.name ?? '',
  username: attributes.username,
  url: attributes.url,
  notes: attributes.notes,
  embeddedIn:
    attributes['resource-id'] === null
      ? null
      : { type: attributes['resource-type'] ?? '', id: attributes['resource-id'] },
  archived: attributes.archived,
  passwordUpdatedAt: attributes['password-updated-at'],
  updatedAt: attributes['updated-at'],
});

const reader: Reader<Wire, Password> = { resource: 'passwords', wire, toModel };

const readerWithRelations: Reader<Wire, WithRelatedItems<Password>> = {
  ...reader,
  toModel: (row, included, odd) => ({
    ...toModel(row),
    relatedItems: relatedItemsOf(row, included, odd),
  }),
};

/** A password, and whether its value is the one asked about; `null` where the key may not read values. */
export interface ComparedPassword extends Password {
  readonly matches: boolean | null;
}

const wireWithValue = z.extend(wire, {
  attributes: z.extend(wire.shape.attributes, {
    // Absent without password access; masked in some lists.
    password: z.pipe(
      z.unknown(),
      z.transform((value) => (typeof value === 'string' ? value : '')),
    ),
  }),
});

const isMasked = (value: string) => /^[*•]*$/.test(value);

/** The value ends here, too: only what comes of comparing it leaves. */
const comparingReader = (
  value: string,
): Reader<z.infer<typeof wireWithValue>, ComparedPassword> => ({
  resource: 'passwords',
  wire: wireWithValue,
  toModel: (row) => {
    const { password } = row.attributes;
    const matches = password === value || (isMasked(password) ? null : false);
    return { ...toModel(row), matches };
  },
});

export interface PasswordFilter {
  /** At most `idsPerRequest`. */
  readonly organizationIds?: readonly OrganizationId[];
  readonly name?: string;
  readonly archived?: boolean;
}

export interface PasswordDraft {
  readonly name: string;
  /** The secret itself, exactly; it is sent and kept nowhere, and no error repeats it. */
  readonly value: string;
  readonly username?: string;
  readonly url?: string;
  readonly notes?: string;
}

const written = (draft: Partial<PasswordDraft>): WrittenRow => ({
  type: 'passwords',
  attributes: {
    name: draft.name,
    password: draft.value,
    username: draft.username,
    url: draft.url,
    notes: draft.notes,
  },
});

const path = (password: PasswordId) => `/passwords/${password}`;

export function passwords(transport: Transport) {
  return {
    /** One page, by id, without values; archived ones too unless filtered. */
    passwordsPage: (page: PageAt, filter: PasswordFilter = {}): Promise<Page<Password>> =>
      readPage(transport, reader, '/passwords', page, {
        ...(filter.organizationIds && {
          'filter[organization_id]': filter.organizationIds.join(','),
        }),
        ...(filter.name !== undefined && { 'filter[name]': filter.name }),
        ...(filter.archived !== undefined && { 'filter[archived]': String(filter.archived) }),
      }),

    /** One password without its value, with the links that lead away from it. */
    password: (password: PasswordId): Promise<WithRelatedItems<Password>> =>
      readOne(transport, readerWithRelations, path(password), {
        show_password: 'false',
        include: 'related_items',
      }),

    /** One password, compared with a value; neither is kept, and no error repeats one. */
    comparePassword: (password: PasswordId, value: string): Promise<ComparedPassword> =>
      readOne(transport, comparingReader(value), path(password), { show_password: 'true' }),

    /** A general password: one that is embedded in no record. */
    createPassword: (organization: OrganizationId, draft: PasswordDraft): Promise<Password> =>
      writeOne(
        transport,
        reader,
        'POST',
        `/organizations/${organization}/relationships/passwords`,
        written(draft),
      ),

    /** Changes what is given and leaves the rest. */
    updatePassword: (password: PasswordId, changes: Partial<PasswordDraft>): Promise<Password> =>
      writeOne(transport, reader, 'PATCH', path(password), written(changes)),

    archivePassword: (password: PasswordId, archived: boolean): Promise<Password> =>
      writeOne(transport, reader, 'PATCH', path(password), {
        type: 'passwords',
        attributes: { archived },
      }),
  };
}
