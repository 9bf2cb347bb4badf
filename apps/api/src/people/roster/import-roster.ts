import { groupLimits, seatsTaken } from '@yoriai/domain/groups';
import type { GroupId, Id, MemberId } from '@yoriai/domain/kernel';
import {
  canManageMembers,
  groupKey,
  newMember,
  planRoster,
  sameProfile,
  type Invitation,
  type KnownTenant,
  type Member,
  type RosterHasProblems,
  type RosterPlan,
  type RosterPlanRow,
} from '@yoriai/domain/people';
import { addGroupMember } from '../../groups/memberships/add-group-member.js';
import { createGroup } from '../../groups/group/create-group.js';
import { membershipsOfGroup } from '../../groups/group/groups.loader.js';
import { newestGroups } from '../../groups/group/read-groups.js';
import { setGroupRole } from '../../groups/memberships/set-group-role.js';
import { must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { invitationsStore } from '../invitations/invitations.store.js';
import { invite, mustMayInvite, resend } from '../invitations/write-invitation.js';
import { lockForRoster } from '../members/lock-directory.js';
import { membersStore } from '../members/members.store.js';
import type { RosterFile } from './read-roster-file.js';

/** Looks up the addresses of members who have an account. */
export type EmailsOf = () => Promise<ReadonlyMap<MemberId, string>>;

export interface RosterImport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly invited: number;
  readonly proposed: number;
  readonly groupsCreated: number;
}
export interface ImportRoster {
  readonly file: RosterFile;
  readonly emailsOf: EmailsOf;
  readonly sendInvitations: boolean;
  readonly programmeId?: Id<'Programme'> | null;
}

/** What an import would do. Nothing is written. */
export async function previewRoster(tx: TenantTx, file: RosterFile, emailsOf: EmailsOf): Promise<RosterPlan> {
  if (tx.viewer) must(canManageMembers(tx.viewer));
  return (await plan(tx, file, emailsOf)).plan;
}

/**
 * Brings a whole roster in, or nothing: people, their groups, their invitations. With any problem left it is refused with the
 * list of them; what a group's own rules refuse undoes everything, too.
 */
export async function importRoster(tx: TenantTx, input: ImportRoster): Promise<RosterImport> {
  if (tx.viewer) must(canManageMembers(tx.viewer));
  await lockForRoster(tx);
  const { plan: decided, members, invitations } = await plan(tx, input.file, input.emailsOf);
  if (decided.problems.length > 0) {
    const { problems } = decided;
    const refused: RosterHasProblems = {
      code: 'ROSTER_HAS_PROBLEMS',
      count: problems.length,
      problems: problems.slice(0, 100),
    };
    refuse(refused);
  }
  const seated = new Map<RosterPlanRow, Member>();
  for (const row of decided.rows) seated.set(row, await writeMember(tx, row, members));
  const by = tx.viewer?.memberId ?? officeOf([...members.values(), ...seated.values()]);
  const made = await makeGroups(tx, decided.newGroups, input.programmeId ?? null, by);
  let proposed = 0;
  // The importer comes first: at the head of a new group only while it is empty.
  for (const [row, { id }] of [...seated].sort(([, a], [, b]) => Number(b.id === by) - Number(a.id === by)))
    for (const join of row.joins) {
      const groupId = join.id ?? made.get(groupKey(join.name))!;
      if ((await takeSeat(tx, groupId, id, row.entry.facilitates, by)) === 'PROPOSED') proposed += 1;
    }
  let invited = 0;
  for (const [row, member] of seated) {
    const done = await inviteByRoster(tx, row, member, invitations.get(member.id), input.sendInvitations, by);
    invited += Number(done.invited);
    proposed += done.proposed;
  }
  await mustMayInvite(tx, 0);
  await tx.publish([{ name: 'roster.imported', ids: {} }]);
  const count = (outcome: RosterPlanRow['outcome']): number =>
    decided.rows.filter((row) => row.outcome === outcome).length;
  return {
    created: count('NEW'),
    updated: count('EXISTING'),
    unchanged: count('UNCHANGED'),
    invited,
    proposed,
    groupsCreated: made.size,
  };
}

/** Groups of one tenant; more than any has. */
const mostGroups = 5_000;

interface Planned {
  readonly plan: RosterPlan;
  readonly members: ReadonlyMap<MemberId, Member>;
  readonly invitations: ReadonlyMap<MemberId, Invitation>;
}

async function plan(tx: TenantTx, file: RosterFile, emailsOf: EmailsOf): Promise<Planned> {
  const members = new Map((await membersStore.all(tx)).map((member) => [member.id, member]));
  const invitations = new Map((await invitationsStore.allOpen(tx)).map((open) => [open.memberId, open]));
  const { entries, problems } = file;
  const emails = await emailsOf();
  const tenant: KnownTenant = {
    members: [...members.values()].map((member) => ({
      ...member,
      email: emails.get(member.id) ?? invitations.get(member.id)?.email ?? null,
    })),
    groups: await knownGroups(tx),
    newGroupCapacity: groupLimits.capacity.usual,
    importer: tx.viewer?.memberId ?? null,
  };
  const planned = planRoster(entries, tenant);
  const all = [...problems, ...planned.problems].sort((a, b) => a.line - b.line);
  return { plan: { ...planned, problems: all }, members, invitations };
}

async function knownGroups(tx: TenantTx): Promise<KnownTenant['groups']> {
  return (await newestGroups(tx, mostGroups)).map(({ group, proposals }) => {
    const { id, name, capacity, status, memberships } = group;
    const people = [...memberships, ...proposals];
    const facilitators = people.filter(({ role }) => role === 'FACILITATOR');
    return {
      id,
      name,
      capacity,
      open: status !== 'CLOSED',
      memberIds: people.map(({ memberId }) => memberId),
      facilitatorIds: facilitators.map(({ memberId }) => memberId),
      seated: seatsTaken(group, proposals),
    };
  });
}

async function writeMember(
  tx: TenantTx,
  row: RosterPlanRow,
  members: ReadonlyMap<MemberId, Member>,
): Promise<Member> {
  const known = row.member && members.get(row.member.id);
  if (!known) {
    const member = must(newMember(tx.newId<'Member'>(), row.profile, { userId: null, role: row.role }));
    await membersStore.insert(tx, member);
    await tx.publish([{ name: 'member.added', ids: { memberId: member.id } }]);
    return member;
  }
  if (sameProfile(known, row.profile) && known.role === row.role) return known;
  const next = await membersStore.save(tx, known, { ...known, ...row.profile, role: row.role });
  const ids = { memberId: known.id };
  if (!sameProfile(known, next)) await tx.publish([{ name: 'member.profile-changed', ids }]);
  if (known.role !== next.role) await tx.publish([{ name: 'member.role-changed', ids }]);
  return next;
}

/** In whose name groups are made where there is no session: the office, or the first person in the file. */
const officeOf = (members: readonly Member[]): MemberId =>
  (
    members.find(({ role, userId }) => role === 'ADMIN' && userId !== null) ??
    members.find(({ role }) => role === 'ADMIN') ??
    members[0]!
  ).id;

async function makeGroups(
  tx: TenantTx,
  names: readonly string[],
  programmeId: Id<'Programme'> | null,
  createdBy: MemberId,
): Promise<Map<string, GroupId>> {
  const purpose = purposes[(await tenantOf(tx)).locale];
  const made = new Map<string, GroupId>();
  for (const name of names)
    made.set(groupKey(name), await createGroup(tx, { name, purpose, programmeId, createdBy }));
  return made;
}
const purposes = {
  ja: '月に一度集まり、経営の悩みを話し、支え合います',
  en: 'We meet once a month, talk about running our businesses, and support each other',
} as const;

async function takeSeat(
  tx: TenantTx,
  groupId: GroupId,
  memberId: MemberId,
  facilitates: boolean,
  by: MemberId,
): Promise<'JOINED' | 'PROPOSED'> {
  const seats = (await membershipsOfGroup.batch(tx, [groupId])).get(groupId) ?? [];
  if (seats.some((seat) => seat.memberId === memberId)) {
    const set = await setGroupRole(tx, { groupId, memberId, role: 'FACILITATOR', proposedBy: by });
    return set === 'PROPOSED' ? set : 'JOINED';
  }
  return addGroupMember(tx, {
    groupId,
    memberId,
    role: facilitates ? 'FACILITATOR' : 'MEMBER',
    proposedBy: by,
  });
}

/** One mail per person: those who have had theirs, or have an account, get no other. */
async function inviteByRoster(
  tx: TenantTx,
  { entry, member: known }: RosterPlanRow,
  member: Member,
  open: Invitation | undefined,
  send: boolean,
  by: MemberId,
): Promise<{ readonly invited: boolean; readonly proposed: number }> {
  const nothing = { invited: false, proposed: 0 };
  if (member.userId !== null) return nothing;
  if (open) {
    if (!send || open.sentAt !== null) return nothing;
    await resend(tx, open);
    return { invited: true, proposed: 0 };
  }
  if (entry.email === null || known?.email) return nothing;
  const { proposed } = await invite(tx, member.id, entry.email, send, by);
  return { invited: send, proposed };
}
