import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type {
  EditSeriesPageQuery,
  EditSeriesPageQueryVariables,
} from '../../graphql/generated/operations.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { sayDone } from '../../ui/say-done.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { EditSeries } from '../../meetings/meeting/edit-series.js';

const editSeriesPage: TypedDocumentNode<EditSeriesPageQuery, EditSeriesPageQueryVariables> = gql`
  query EditSeriesPage($id: ID!) {
    node(id: $id) {
      id
      ... on Meeting {
        title
        durationMinutes
        timeZone
        format
        place
        url
        version
        group {
          id
          name
        }
        restOfSeries {
          rule
          startsAtLocal
          skip
          postpone
        }
        viewerCan {
          edit
        }
      }
    }
  }
`;

/** From one meeting on: another rule, time, place or name, with every date in sight before anything changes. */
export function EditSeriesPage(): ReactNode {
  const { t } = useTranslation('series');
  const to = useTenantPath();
  const navigate = useNavigate();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(editSeriesPage, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && (!meeting?.viewerCan.edit || !meeting.restOfSeries)) return <NotFound />;
  return (
    <Page title={t('series')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!meeting && !error && <CardSkeletons />}
      {meeting?.restOfSeries && (
        <>
          <Text>{t('seriesIntro')}</Text>
          <Paper>
            <EditSeries
              group={meeting.group}
              timeZone={meeting.timeZone}
              from={{ ...meeting, rest: meeting.restOfSeries }}
              onDone={() => {
                sayDone(t('seriesSaved'));
                void navigate(to(`/meetings/${id}`), { replace: true });
              }}
            />
          </Paper>
        </>
      )}
    </Page>
  );
}
