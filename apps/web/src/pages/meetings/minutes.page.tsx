import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { MinutesPageQuery, MinutesPageQueryVariables } from '../../graphql/generated/operations.js';
import { Minutes, minutesFragment } from '../../meetings/minutes/minutes.js';
import { Reflections, reflectionsFragment } from '../../meetings/minutes/reflections.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { CorrectMinutes } from '../../meetings/minutes/correct-minutes.js';

const minutesPage: TypedDocumentNode<MinutesPageQuery, MinutesPageQueryVariables> = gql`
  query MinutesPage($id: ID!) {
    node(id: $id) {
      id
      ... on Meeting {
        minutes {
          hash
        }
        ...MinutesSheet
        ...Reflections
      }
    }
  }
  ${minutesFragment}
  ${reflectionsFragment}
`;

/** The sealed minutes on one A4 page; printing leaves the frame of the screen away. */
export function MinutesPage(): ReactNode {
  const { t } = useTranslation('minutes');
  const to = useTenantPath();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(minutesPage, { variables: { id } });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && !meeting) return <NotFound />;
  const back = (
    <Button component={Link} to={to(`/meetings/${id}`)} variant="default">
      {t('toMeeting')}
    </Button>
  );
  return (
    <Page title={t('minutesTitle')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={1} />}
      {meeting && !meeting.minutes && <EmptyState action={back}>{t('minutesNone')}</EmptyState>}
      {meeting?.minutes && (
        <Stack gap="lg">
          <Group gap="sm" className="print-hidden">
            <Button onClick={() => window.print()}>{t('print')}</Button>
            {back}
          </Group>
          <Minutes meeting={meeting} />
          <Reflections meeting={meeting} />
          <Paper className="print-hidden">
            <CorrectMinutes meetingId={id} />
          </Paper>
        </Stack>
      )}
    </Page>
  );
}
