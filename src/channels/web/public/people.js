import { el } from './dom.js';
import { t } from './texts.js';

const initials = (name) =>
  name
    .split(/\s+/)
    .map((part) => part[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();

export const avatar = (name) => el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name));

export const rolesOf = ({ roles }) => roles.map((role) => t(role) ?? role).join(', ');

/** Everybody by account; one person of two accounts stands in both and has one conversation. */
export function showPeople(place, accounts, current, onChoose) {
  const groups = accounts.map(({ name, people }, i) =>
    el(
      'section',
      { 'aria-labelledby': `account-${i}` },
      el('h3', { id: `account-${i}` }, name),
      el('ul', {}, ...people.map((person) => el('li', {}, personButton(person, person.email === current, onChoose)))),
    ),
  );
  place.replaceChildren(...groups);
}

function personButton(person, isCurrent, onChoose) {
  return el(
    'button',
    { type: 'button', class: 'person', 'aria-current': isCurrent && 'true', on: { click: () => onChoose(person) } },
    avatar(person.name),
    el('span', {}, el('b', {}, person.name), el('small', {}, rolesOf(person))),
  );
}
