import type { Tx } from '../../db/prisma.ts';
import { allows, type ContactRole, type Permission } from '../policy.ts';

export interface Person {
  id: string;
  email: string;
  name: string;
  status: 'active' | 'suspended' | 'removed';
  roles: ReadonlySet<ContactRole>;
  isPrimary: boolean;
}

/** The people of one account, removed ones left out, and the rules that depend on all of them. */
export interface People {
  all: readonly Person[];
  byId(id: string): Person | undefined;
  primary: Person | undefined;
  managers: readonly Person[];
  /**
   * Who decides what `requesterId` asks for (PRODUCT.md section 2): every other active manager; where there is none,
   * the primary contact if that is another person; else nobody.
   */
  decidersFor(requesterId: string): readonly Person[];
  /** Whether the primary contact decides in place of a manager about what `requesterId` asks for. */
  standInFor(requesterId: string): Person | undefined;
}

/** What of a person others are shown. */
export type Named = Pick<Person, 'id' | 'name' | 'email'>;
export const named = ({ id, name, email }: Person): Named => ({ id, name, email });

/** Whether this is the primary contact and no other manager is active, so that they may do what managers may. */
export const standsIn = (people: People, { id, isPrimary }: Person): boolean =>
  isPrimary && people.managers.every((manager) => manager.id === id);

/** Everybody who holds the permission now, the stand-in for a manager too. */
export const holdersOf = (people: People, permission: Permission): readonly Person[] =>
  people.all.filter(
    (person) => person.status === 'active' && allows(permission, person.roles, standsIn(people, person)),
  );

/** Everybody of the transaction's account: an account has tens of contacts, not thousands. */
const PEOPLE = `
  SELECT c.id, c.email, c.name, c.status, array_remove(array_agg(r.role), NULL) AS roles,
    c.email = (SELECT d."primaryEmail" FROM ordering_document d
               JOIN contact p ON p.email = d."primaryEmail" AND p.status = 'active'
               ORDER BY d."issuedOn", d."externalId" LIMIT 1) AS "isPrimary"
  FROM contact c LEFT JOIN contact_role r ON r."contactId" = c.id
  WHERE c.status <> 'removed' GROUP BY c.id ORDER BY c.name, c.email`;

export async function readPeople(tx: Tx): Promise<People> {
  return peopleOfRows(await tx.$queryRawUnsafe<Row[]>(PEOPLE));
}

const ACCOUNT = `
  SELECT a.id AS "accountId", a.name AS "accountName", a."timeZone", a."supportEmail", p.*
  FROM account a LEFT JOIN (${PEOPLE}) p ON true WHERE a.id = $1::uuid ORDER BY p.name, p.email`;

/** The transaction's account and everybody in it, at once. */
export async function readAccount(tx: Tx, id: string): Promise<{ account: Account; people: People } | undefined> {
  const rows = await tx.$queryRawUnsafe<(Row & AccountRow)[]>(ACCOUNT, id);
  const [first] = rows;
  if (!first) return undefined;
  const { accountName: name, timeZone, supportEmail } = first;
  const somebody = rows.filter((row) => row.id !== null);
  const people = somebody.map(({ id, email, name, status, roles, isPrimary }) => ({
    ...{ id, email, name, status, roles, isPrimary },
  }));
  return { account: { id, name, timeZone, supportEmail }, people: peopleOfRows(people) };
}

export interface Account {
  id: string;
  name: string;
  timeZone: string;
  supportEmail: string;
}

interface AccountRow {
  accountName: string;
  timeZone: string;
  supportEmail: string;
}

const peopleOfRows = (rows: readonly Row[]) =>
  peopleOf(
    rows.map(({ roles, isPrimary, ...row }) => ({ ...row, roles: new Set(roles), isPrimary: isPrimary === true })),
  );

interface Row extends Omit<Person, 'roles' | 'isPrimary'> {
  roles: ContactRole[];
  isPrimary: boolean | null;
}

/** The rules over a list of people; pure, for tests and for "who would be left?". */
export function peopleOf(all: readonly Person[]): People {
  const active = all.filter(({ status }) => status === 'active');
  const managers = active.filter(({ roles }) => roles.has('management'));
  const primary = active.find(({ isPrimary }) => isPrimary);
  const standInFor = (requesterId: string) =>
    managers.some(({ id }) => id !== requesterId) || primary?.id === requesterId ? undefined : primary;
  return {
    all,
    byId: (id) => all.find((person) => person.id === id),
    primary,
    managers,
    standInFor,
    decidersFor(requesterId) {
      const others = managers.filter(({ id }) => id !== requesterId);
      const standIn = standInFor(requesterId);
      return others.length > 0 ? others : standIn ? [standIn] : [];
    },
  };
}
