// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a request, and what they make of it. Whether it is right the server says, with the place.
import type { OrganisationRequestNew } from '../api.ts';
import { el } from '../check/dom.ts';
import type { RegisterKey } from '../messages/request.ts';
import type { Choice, Language } from '../model.ts';
import { inLanguage } from '../messages/fill.ts';

export type Say = (key: RegisterKey, ...words: (string | number)[]) => string;
export type Draft = Record<FieldName, string>;

type FieldName =
  | 'country'
  | 'code'
  | 'zh'
  | 'en'
  | 'kind'
  | 'address'
  | 'website'
  | 'person'
  | 'email'
  | 'message';

interface Field {
  name: FieldName;
  label: RegisterKey;
  /** Where the server finds fault with it. */
  place: string;
  help?: RegisterKey;
  optional?: boolean;
  attributes?: Record<string, string>;
}

const ofOrganisation: Field[] = [
  {
    name: 'country',
    label: 'register.country',
    place: '/organisation/country',
    help: 'register.country.help',
    attributes: { maxlength: '2', autocapitalize: 'characters', class: 'short' },
  },
  { name: 'code', label: 'register.code', place: '/organisation/code', attributes: { autocomplete: 'off' } },
  { name: 'zh', label: 'register.name.zh', place: '/organisation/name', help: 'register.name.help' },
  { name: 'en', label: 'register.name.en', place: '/organisation/name/en' },
  { name: 'kind', label: 'register.kind', place: '/organisation/kind' },
  { name: 'address', label: 'register.address', place: '/organisation/address', optional: true },
  {
    name: 'website',
    label: 'register.website',
    place: '/organisation/website',
    optional: true,
    attributes: { type: 'url', placeholder: 'https://' },
  },
];

const ofContact: Field[] = [
  { name: 'person', label: 'register.contact.name', place: '/contact/name', attributes: { autocomplete: 'name' } },
  {
    name: 'email',
    label: 'register.contact.email',
    place: '/contact/email',
    attributes: { type: 'email', autocomplete: 'email' },
  },
  { name: 'message', label: 'register.message', place: '/message', optional: true },
];

export const emptyDraft = (): Draft => ({
  country: 'CN',
  code: '',
  zh: '',
  en: '',
  kind: '',
  address: '',
  website: '',
  person: '',
  email: '',
  message: '',
});

/** What is sent: without what was left empty. */
export function requestOf(draft: Draft, language: Language): OrganisationRequestNew {
  const text = (name: FieldName) => draft[name].trim();
  const country = text('country').toUpperCase();
  const name = { ...(text('zh') && { zh: text('zh') }), ...(text('en') && { en: text('en') }) };
  return {
    organisation: {
      country,
      code: country === 'CN' ? text('code').toUpperCase() : text('code'),
      name,
      kind: text('kind'),
      ...(text('address') && { address: { [language]: text('address') } }),
      ...(text('website') && { website: text('website') }),
    },
    contact: { name: text('person'), email: text('email') },
    message: text('message') || null,
  };
}

interface Props {
  draft: Draft;
  kinds: Choice[];
  language: Language;
  say: Say;
  /** Where and what the server found wrong. */
  fault: { place: string; sentence: string } | null;
}

/** Whether some field shows a fault at that place; else it is told above the form. */
export const isPlace = (place: string) =>
  [...ofOrganisation, ...ofContact].some((field) => field.place === place);

function control(field: Field, { draft, kinds, language, say }: Props, described: string, wrong: boolean): HTMLElement {
  const take = (event: Event) => {
    draft[field.name] = (event.target as HTMLInputElement).value;
  };
  const shared = {
    id: field.name,
    ...(described && { 'aria-describedby': described }),
    'aria-invalid': wrong ? 'true' : 'false',
    'aria-required': field.optional ? 'false' : 'true',
  };
  if (field.name === 'kind')
    return el(
      'select',
      { ...shared, change: take },
      el('option', { value: '' }, say('register.kind.choose')),
      ...kinds.map(({ value, title }) =>
        el('option', { value, selected: value === draft.kind }, inLanguage(title, language)),
      ),
    );
  if (field.name === 'message')
    return el('textarea', { ...shared, rows: '4', maxlength: '1000', input: take }, draft.message);
  return el('input', { maxlength: '200', ...field.attributes, ...shared, value: draft[field.name], input: take });
}

/** Of China it is another number than elsewhere. */
function named(field: Field, { draft }: Props): Field {
  if (field.name !== 'code') return field;
  const home = draft.country.trim().toUpperCase() === 'CN';
  return home
    ? { ...field, label: 'register.code.cn', help: 'register.code.cn.help' }
    : { ...field, label: 'register.code', help: 'register.code.help' };
}

function fieldView(plain: Field, props: Props): HTMLElement {
  const field = named(plain, props);
  const { say, fault } = props;
  const wrong = fault?.place === field.place;
  const label = say(field.label);
  const described = [field.help && `${field.name}-help`, wrong && `${field.name}-wrong`].filter(Boolean).join(' ');
  return el(
    'div',
    { class: wrong ? 'field wrong-field' : 'field', id: `field-${field.name}` },
    el('label', { for: field.name }, field.optional ? say('register.optional', label) : label),
    field.help && el('p', { class: 'soft small', id: `${field.name}-help` }, say(field.help)),
    control(field, props, described, wrong),
    wrong && el('p', { class: 'wrong small', id: `${field.name}-wrong`, role: 'alert' }, fault.sentence),
  );
}

export function formView(props: Props, submit: () => void): HTMLElement {
  const { say } = props;
  const group = (title: RegisterKey, fields: Field[], help?: RegisterKey) =>
    el(
      'fieldset',
      {},
      el('legend', {}, say(title)),
      help && el('p', { class: 'soft small' }, say(help)),
      ...fields.map((field) => fieldView(field, props)),
    );
  const form = el(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault();
        submit();
      },
    },
    group('register.organisation', ofOrganisation),
    group('register.contact', ofContact, 'register.contact.help'),
    el('button', { class: 'button first', type: 'submit' }, say('register.send')),
  );
  form.querySelector('#country')?.addEventListener('input', () => {
    const code = ofOrganisation.find(({ name }) => name === 'code')!;
    form.querySelector('#field-code')?.replaceWith(fieldView(code, { ...props, fault: null }));
  });
  return form;
}
