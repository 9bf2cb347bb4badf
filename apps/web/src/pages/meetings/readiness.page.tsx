import { useQuery } from '@apollo/client/react';
import { Anchor, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ReadinessDetails, readinessQuery } from '../../meetings/check-ins/readiness.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { dateSpan } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

/** How ready the group is for a meeting; only those who lead it have this page. */
export function ReadinessPage(): ReactNode {
  const { t } = useTranslation('readiness');
  const language = useLanguage();
  const to = useTenantPath();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(readinessQuery, { variables: { id } });
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  if (data && !meeting?.readiness) return <NotFound />;
  return (
    <Page title={t('readiness')}>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!meeting && !error && <CardSkeletons />}
      {meeting && (
        <>
          <div>
            <Text fw={700} size="lg">
              {meeting.title}
            </Text>
            <Text>{dateSpan(meeting, language)}</Text>
            <Text c="gray.6">{t('readinessNote')}</Text>
          </div>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
            <ReadinessDetails meeting={meeting} />
          </SimpleGrid>
          <Anchor component={Link} to={to(`/meetings/${id}`)} py={9}>
            {t('backToMeeting')}
          </Anchor>
        </>
      )}
    </Page>
  );
}
