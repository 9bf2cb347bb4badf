import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconMapPin, IconVideo } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeetingCardFragment } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { dateSpan } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';
import { answerWord } from './rsvp-to-meeting.js';

export const meetingCardFragment: TypedDocumentNode<MeetingCardFragment> = gql`
  fragment MeetingCard on Meeting {
    id
    title
    startsAt
    endsAt
    timeZone
    format
    place
    status
    viewerRsvp
    group {
      id
      name
    }
    viewerCan {
      rsvp
    }
  }
`;

interface Props {
  readonly meeting: FragmentType<MeetingCardFragment> & { readonly id: string };
  /** Below the facts, such as the buttons to answer with. */
  readonly children?: ReactNode;
  /** Where the group is what the page is about, its name is not repeated on every card. */
  readonly withGroup?: boolean;
  readonly headingOrder?: 2 | 3;
}

export function MeetingCard({ meeting, children, withGroup = true, headingOrder = 3 }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const language = useLanguage();
  const to = useTenantPath();
  const { data, complete } = useFragment({
    fragment: meetingCardFragment,
    fragmentName: 'MeetingCard',
    from: meeting,
  });
  if (!complete) return null;
  const cancelled = data.status === 'CANCELLED';
  return (
    <Paper component="article" id={`meeting-${data.id}`}>
      <Stack gap="sm">
        <Stack gap={4}>
          {withGroup && (
            <Text size="xs" c="gray.6">
              {data.group.name}
            </Text>
          )}
          <Group gap="sm">
            <Title order={headingOrder} size="h3" td={cancelled ? 'line-through' : undefined}>
              <Anchor component={Link} to={to(`/meetings/${data.id}`)} inherit py={6}>
                {data.title}
              </Anchor>
            </Title>
            <MeetingStatusBadge status={data.status} />
          </Group>
          <Text fw={700}>{dateSpan(data, language)}</Text>
          <MeetingPlace format={data.format} place={data.place} />
        </Stack>
        {children}
        {!children && data.viewerRsvp && (
          <Text size="xs">{t('answered', { answer: answerWord(t, data.viewerRsvp) })}</Text>
        )}
        {!children && !data.viewerRsvp && data.viewerCan.rsvp && (
          <Text size="xs" fw={700} c="attention.8">
            {t('unanswered')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

export function MeetingStatusBadge({ status }: Pick<MeetingCardFragment, 'status'>): ReactNode {
  const { t } = useTranslation('meetings');
  if (status === 'CANCELLED')
    return (
      <Badge color="red" variant="outline">
        {t('cancelled')}
      </Badge>
    );
  if (status === 'OPEN') return <Badge color="success">{t('openNow')}</Badge>;
  return status === 'CLOSED' ? (
    <Badge variant="outline" color="gray.7">
      {t('closed')}
    </Badge>
  ) : null;
}

export function MeetingPlace({ format, place }: Pick<MeetingCardFragment, 'format' | 'place'>): ReactNode {
  const { t } = useTranslation('meetings');
  const Icon = format === 'ONLINE' ? IconVideo : IconMapPin;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Icon size={18} aria-hidden style={{ flexShrink: 0, marginTop: 4 }} />
      <Text>
        {t(format)}
        {place && `: ${place}`}
      </Text>
    </Group>
  );
}
