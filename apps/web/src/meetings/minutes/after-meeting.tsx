import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AfterMeetingFragment, GoalsOfGroupFragment } from '../../graphql/generated/operations.js';
import { useTenantPath } from '../../shell/viewer.js';
import { PersonName } from '../../ui/person-name.js';
import { afterMeetingFragment } from './close-meeting.js';
import { ReopenMeeting } from './reopen-meeting.js';

/** After a meeting is closed: its minutes, the viewer's closing round, and ten minutes to reopen it. */
export function AfterMeeting({
  meeting,
}: {
  readonly meeting: FragmentType<AfterMeetingFragment> & { readonly id: string };
}): ReactNode {
  const { t } = useTranslation('minutes');
  const to = useTenantPath();
  const { data, complete } = useFragment({
    fragment: afterMeetingFragment,
    fragmentName: 'AfterMeeting',
    from: meeting,
  });
  if (!complete || data.status !== 'CLOSED' || !data.minutes) return null;
  const round = data.closingRound;
  const written = Boolean(round && (round.plus || round.takeAway || round.goal));
  return (
    <Paper component="section" aria-labelledby="after-meeting">
      <Stack gap="md">
        <Title order={2} size="h3" id="after-meeting">
          {t('afterTitle')}
        </Title>
        <Group gap="sm">
          {round?.open && (
            <Button
              component={Link}
              to={to(`/meetings/${data.id}/closing`)}
              variant={written ? 'default' : 'filled'}
            >
              {t(written ? 'roundWritten' : 'toRound')}
            </Button>
          )}
          <Button component={Link} to={to(`/meetings/${data.id}/minutes`)} variant="default">
            {t('toMinutes')}
          </Button>
        </Group>
        {data.viewerCanReopen && <ReopenMeeting meetingId={data.id} />}
      </Stack>
    </Paper>
  );
}

export const goalsOfGroupFragment: TypedDocumentNode<GoalsOfGroupFragment> = gql`
  fragment GoalsOfGroup on Meeting {
    id
    goals {
      text
      wanted
      owner {
        id
        displayName
        kana
      }
    }
  }
`;

/** What people set themselves when they last met. */
export function GoalsOfGroup({
  meeting,
}: {
  readonly meeting: FragmentType<GoalsOfGroupFragment> & { readonly id: string };
}): ReactNode {
  const { t } = useTranslation(['minutes', 'closingRound']);
  const { data, complete } = useFragment({
    fragment: goalsOfGroupFragment,
    fragmentName: 'GoalsOfGroup',
    from: meeting,
  });
  if (!complete || data.goals.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="goals">
      <Stack gap="md">
        <Title order={2} size="h3" id="goals">
          {t('goals')}
        </Title>
        <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
          {data.goals.map(({ owner, text, wanted }) => (
            <li key={owner.id}>
              <Text size="xs" c="gray.6">
                <PersonName {...owner} polite />
              </Text>
              <Text fw={700} style={{ overflowWrap: 'anywhere' }}>
                {text}
              </Text>
              {wanted && <Text size="xs">{t('goalWanted', { type: t(`closingRound:${wanted}`) })}</Text>}
            </li>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}
