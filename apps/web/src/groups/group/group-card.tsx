import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Anchor, Badge, Group as Row, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GroupCardFragment } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { clock, shortDate } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';

export const groupCardFragment: TypedDocumentNode<GroupCardFragment> = gql`
  fragment GroupCard on Group {
    id
    name
    purpose
    status
    capacity
    memberships {
      takesPart
    }
    nextMeeting {
      id
      startsAt
      timeZone
    }
  }
`;

export function GroupCard({
  group,
}: {
  group: FragmentType<GroupCardFragment> & { readonly id: string };
}): ReactNode {
  const { t } = useTranslation('groups');
  const to = useTenantPath();
  const nextText = useNextMeetingText();
  const { data, complete } = useFragment({
    fragment: groupCardFragment,
    fragmentName: 'GroupCard',
    from: group,
  });
  if (!complete) return null;
  const count = data.memberships.filter(({ takesPart }) => takesPart).length;
  return (
    <Paper component="article">
      <Stack gap="xs">
        <Row gap="sm">
          <Title order={2} size="h3">
            <Anchor component={Link} to={to(`/groups/${data.id}`)} inherit py={6}>
              {data.name}
            </Anchor>
          </Title>
          <GroupStatusBadge status={data.status} />
        </Row>
        <Text>{data.purpose}</Text>
        <Row gap="md" c="gray.6">
          <Text size="xs">{t('seats', { count, capacity: data.capacity })}</Text>
          <Text size="xs">{nextText(data.nextMeeting)}</Text>
        </Row>
      </Stack>
    </Paper>
  );
}

export function GroupStatusBadge({ status }: Pick<GroupCardFragment, 'status'>): ReactNode {
  const { t } = useTranslation('groups');
  return status === 'ACTIVE' ? null : (
    <Badge variant="outline" color="gray.7">
      {t(status)}
    </Badge>
  );
}

export function useNextMeetingText(): (
  meeting: { readonly startsAt: string; readonly timeZone: string } | null,
) => string {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  return (meeting) =>
    meeting
      ? t('next', {
          date: `${shortDate(meeting.startsAt, meeting.timeZone, language)} ${clock(meeting.startsAt, meeting.timeZone)}`,
        })
      : t('noNext');
}
