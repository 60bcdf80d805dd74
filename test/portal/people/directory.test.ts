import { describe, expect, it } from 'vitest';
import { holdersOf, type Person, peopleOf, standsIn } from '../../../src/portal/people/directory.ts';
import type { ContactRole } from '../../../src/portal/policy.ts';

const person = (id: string, roles: ContactRole[], more: Partial<Person> = {}): Person => ({
  ...{ id, email: `${id}@x.example`, name: id, status: 'active', roles: new Set(roles), isPrimary: false },
  ...more,
});
const anna = person('anna', ['finance']);
const piotr = person('piotr', ['technical'], { isPrimary: true });
const ewa = person('ewa', ['management']);
const jan = person('jan', ['management']);
const away = person('away', ['management'], { status: 'suspended' });

/** The ids of those who decide what `requester` asks for. */
const deciders = (all: Person[], requester: Person) =>
  peopleOf(all)
    .decidersFor(requester.id)
    .map(({ id }) => id);

describe('who decides', () => {
  it.each([
    ['every other active manager', [anna, piotr, ewa, jan, away], anna, ['ewa', 'jan']],
    ['the other manager about a manager', [piotr, ewa, jan], ewa, ['jan']],
    ['the primary contact about the only manager', [piotr, ewa], ewa, ['piotr']],
    ['the primary contact where no manager is active', [anna, piotr, away], anna, ['piotr']],
    ['nobody about the primary contact without a manager', [anna, piotr, away], piotr, []],
    ['nobody without manager and active primary contact', [anna, { ...piotr, status: 'suspended' as const }], anna, []],
    ['no one twice where the primary contact manages', [anna, { ...ewa, isPrimary: true }], anna, ['ewa']],
    ['nobody about the only manager who is the primary contact', [anna, { ...ewa, isPrimary: true }], ewa, []],
  ])('is %s', (_, all, requester, expected) => {
    expect(deciders(all, requester)).toEqual(expected);
  });

  it('lets the primary contact stand in only while no other manager is active', () => {
    expect(standsIn(peopleOf([anna, piotr, away]), piotr)).toBe(true);
    expect(standsIn(peopleOf([anna, piotr, ewa]), piotr)).toBe(false);
    expect(standsIn(peopleOf([anna, piotr]), anna)).toBe(false);
  });

  it('counts the stand-in among those who hold a permission, and nobody who is suspended', () => {
    const ids = (all: Person[]) => holdersOf(peopleOf(all), 'users.manage').map(({ id }) => id);
    expect(ids([anna, piotr, away])).toEqual(['piotr']);
    expect(ids([anna, piotr, ewa, away])).toEqual(['ewa']);
  });
});
