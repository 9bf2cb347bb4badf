import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { noticesKeptDays } from '@yoriai/domain/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { NotificationsQuery, NotificationsQueryVariables } from '../../graphql/generated/operations.js';
import { MarkAllRead } from '../../notifications/mark-all-notifications-read.js';
import { NotificationList, notificationRowFragment } from '../../notifications/notification-list.js';
import { useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

export const notificationsQuery: TypedDocumentNode<NotificationsQuery, NotificationsQueryVariables> = gql`
  query Notifications($unreadOnly: Boolean, $after: String) {
    notifications(unreadOnly: $unreadOnly, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...NotificationRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${notificationRowFragment}
`;

export function NotificationsPage(): ReactNode {
  const { t } = useTranslation('notifications');
  const [search, setSearch] = useSearchParams();
  const unreadOnly = search.has('unread');
  const { unreadNotifications } = useViewer();
  return (
    <Page title={t('title')} narrow action={unreadNotifications > 0 && <MarkAllRead />}>
      <Group gap="xs">
        {([false, true] as const).map((only) => (
          <Button
            key={String(only)}
            variant={only === unreadOnly ? 'filled' : 'default'}
            aria-pressed={only === unreadOnly}
            h={44}
            radius="xl"
            onClick={() => setSearch(only ? { unread: '' } : {}, { replace: true })}
          >
            {t(only ? 'onlyUnread' : 'all')}
          </Button>
        ))}
      </Group>
      <Pages unreadOnly={unreadOnly} />
    </Page>
  );
}

function Pages({ unreadOnly }: { unreadOnly: boolean }): ReactNode {
  const { t } = useTranslation(['notifications', 'common']);
  const { data, error, loading, refetch, fetchMore } = useQuery(notificationsQuery, {
    variables: { unreadOnly },
  });
  const page = data?.notifications;
  if (!page) return error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons />;
  if (page.edges.length === 0) return <EmptyState>{t(unreadOnly ? 'emptyUnread' : 'empty')}</EmptyState>;
  return (
    <Stack gap="md">
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      <NotificationList notifications={page.edges.map(({ node }) => node)} />
      {page.pageInfo.hasNextPage ? (
        <Group justify="center">
          <Button
            variant="default"
            loading={loading}
            onClick={() =>
              void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined)
            }
          >
            {t('common:more')}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="gray.7" ta="center">
          {t('kept', { days: noticesKeptDays })}
        </Text>
      )}
    </Stack>
  );
}
