import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { MeetingPaperQuery, MeetingPaperQueryVariables } from '../../graphql/generated/operations.js';
import { PaperSheet, paperFragment } from '../../meetings/console/paper-sheet.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const meetingPaper: TypedDocumentNode<MeetingPaperQuery, MeetingPaperQueryVariables> = gql`
  query MeetingPaper($id: ID!) {
    node(id: $id) {
      id
      ...Paper @unmask
    }
  }
  ${paperFragment}
`;

/** Script and attendance sheet on A4; printing leaves the frame of the screen away. */
export function MeetingPaperPage(): ReactNode {
  const { t } = useTranslation('console');
  const to = useTenantPath();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(meetingPaper, { variables: { id } });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && !meeting) return <NotFound />;
  return (
    <Page title={t('paperTitle')}>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={1} />}
      {meeting && (
        <>
          <Text>{t('paperHint')}</Text>
          <Group gap="sm">
            <Button onClick={() => window.print()}>{t('print')}</Button>
            <Button component={Link} to={to(`/meetings/${id}`)} variant="default">
              {t('toMeeting')}
            </Button>
          </Group>
          <PaperSheet meeting={meeting} />
        </>
      )}
    </Page>
  );
}
