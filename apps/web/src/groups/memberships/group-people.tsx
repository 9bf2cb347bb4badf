import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Anchor, Badge, Group as Row, Paper, Stack, Text } from '@mantine/core';
import { placeOf } from '@yoriai/domain/groups';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GroupPeopleFragment } from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { longDate } from '../../ui/dates.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import { ProposalList } from '../proposals/proposal-list.js';
import { AddGroupMember } from './add-group-member.js';
import { groupPeopleFragment } from './group-people-fragment.js';
import { RemoveGroupMember } from './remove-group-member.js';
import { SetGroupRole } from './set-group-role.js';

interface Props {
  readonly group: FragmentType<GroupPeopleFragment> & { readonly id: string };
}

export function GroupPeople({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const { data, complete } = useFragment({
    fragment: groupPeopleFragment,
    fragmentName: 'GroupPeople',
    from: group,
  });
  if (!complete) return null;
  const count = data.memberships.filter(({ takesPart }) => takesPart).length;
  // A proposed member has a seat kept, so that a group may be full before it looks so.
  const kept = data.proposals.filter(({ kind }) => kind !== 'ROLE').length;
  return (
    <Stack gap="md">
      <Row justify="space-between" gap="sm">
        <Text>{t(kept > 0 ? 'seatsKept' : 'seats', { count, capacity: data.capacity, kept })}</Text>
        {data.viewerCan.invite && <AddGroupMember group={data} />}
      </Row>
      <ProposalList group={data} />
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {data.memberships.map((membership) => (
          <li key={membership.member.id}>
            <MembershipCard groupId={data.id} membership={membership} mayChange={data.viewerCan.edit} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

interface CardProps {
  readonly groupId: string;
  readonly membership: GroupPeopleFragment['memberships'][number];
  /** Also who sees which members have not signed: they are not named in front of the others. */
  readonly mayChange: boolean;
}

function MembershipCard({ groupId, membership, mayChange }: CardProps): ReactNode {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const to = useTenantPath();
  const { tenant, member: viewer } = useViewer();
  const { member } = membership;
  const place = placeOf(membership);
  return (
    <Paper p="md">
      <Stack gap={6}>
        <Row gap="sm">
          <Anchor component={Link} to={to(`/members/${member.id}`)} fw={700} py={6}>
            <PersonName {...member} polite />
          </Anchor>
          {place !== 'MEMBER' && (
            <Badge variant="light" c="brand.9">
              {t(place === 'OUTSIDE' ? 'outside' : place === 'DEPUTY' ? 'deputy' : 'facilitator')}
            </Badge>
          )}
          {mayChange && !membership.charterSigned && (
            <Badge variant="outline" color="gray.7">
              {t('notSigned')}
            </Badge>
          )}
        </Row>
        <Text size="xs" c="gray.6">
          {[member.businessName, member.industry].filter(Boolean).join(' ・ ')}
          {(member.businessName || member.industry) && ' ・ '}
          {t('joined', { date: longDate(membership.joinedAt, tenant.timeZone, language) })}
        </Text>
        {mayChange && (
          <Row gap="xs">
            <SetGroupRole groupId={groupId} membership={membership} />
            {member.id !== viewer.id && (
              <RemoveGroupMember groupId={groupId} memberId={member.id} name={member.displayName} />
            )}
          </Row>
        )}
      </Stack>
    </Paper>
  );
}
