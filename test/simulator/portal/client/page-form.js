// @ts-check
import { h } from './dom.js';
import { link } from './navigation.js';
import { card, pageHead } from './look.js';

/** @type {import('./routes.js').Page<import('../answers').ConfigurationAnswer>} */
export const editConfiguration = {
  endpoint: ([organization, id]) => `/organizations/${organization}/configurations/${id}`,
  title: (data) => `Edit ${data.configuration.name} | ${data.organization.name}`,
  render: ({ organization, configuration: item }, context) => {
    const list = `/${organization.id}/configurations`;
    const fields = [
      { label: 'Name', value: item.name },
      { label: 'Configuration Type', value: item.type },
      { label: 'Configuration Status', value: item.status },
    ];
    const named = new Set(fields.map((field) => field.label));
    fields.push(...item.fields.filter((field) => !named.has(field.label)));
    return [
      pageHead(context, {
        crumbs: [
          [`/${organization.id}`, organization.name],
          [list, 'Configurations'],
          [`${list}/${item.id}`, item.name],
        ],
        title: 'Edit configuration',
      }),
      form(fields, `${list}/${item.id}`),
    ];
  },
};

/** @type {import('./routes.js').Page<import('../answers').OrganizationAnswer>} */
export const newConfiguration = {
  endpoint: ([organization]) => `/organizations/${organization}`,
  title: (data) => `New configuration | ${data.organization.name}`,
  render: ({ organization }, context) => {
    const list = `/${organization.id}/configurations`;
    const labels = ['Name', 'Configuration Type', 'Primary IP', 'MAC Address', 'Serial Number'];
    return [
      pageHead(context, {
        crumbs: [
          [`/${organization.id}`, organization.name],
          [list, 'Configurations'],
        ],
        title: 'New configuration',
      }),
      form(
        labels.map((label) => ({ label, value: '' })),
        list,
      ),
    ];
  },
};

/**
 * @param {{label: string, value: string}[]} fields
 * @param {string} back
 */
function form(fields, back) {
  const notice = h('p', { role: 'status', class: 'cls-muted' });
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    notice.textContent = 'Nothing was saved: this portal only shows data.';
  };
  return h(
    'form',
    { submit, class: 'cls-form' },
    card(
      ':r9:',
      'Details',
      h(
        'div',
        { class: 'cls-inputs' },
        fields.map(({ label, value }) =>
          h(
            'label',
            {},
            h('span', {}, label),
            value.includes('\n')
              ? h('textarea', { class: 'cls-input', dir: 'auto', rows: 4 }, value)
              : h('input', { class: 'cls-input', dir: 'auto', value }),
          ),
        ),
      ),
      h(
        'div',
        { class: 'cls-form-end' },
        h('button', { type: 'submit', class: 'cls-button cls-primary' }, 'Save'),
        link(back, { class: 'cls-button' }, 'Cancel'),
        notice,
      ),
    ),
  );
}
