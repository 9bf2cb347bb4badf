import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NotificationRowFragment } from '../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../shell/viewer.js';
import { ago } from '../ui/dates.js';
import { useLanguage } from '../ui/use-language.js';
import { useMarkNotificationsRead } from './mark-notifications-read.js';
import classes from './notifications.module.css';

export const notificationRowFragment: TypedDocumentNode<NotificationRowFragment> = gql`
  fragment NotificationRow on Notification {
    id
    title
    body
    url
    readAt
    createdAt
  }
`;

type Row = FragmentType<NotificationRowFragment> & { readonly id: string };

export function NotificationList({ notifications }: { notifications: readonly Row[] }): ReactNode {
  return (
    <Paper p={0} component="ul" className={classes['list']}>
      {notifications.map((notification) => (
        <NotificationRow key={notification.id} notification={notification} />
      ))}
    </Paper>
  );
}

/** Opening a notice is reading it. */
function NotificationRow({ notification }: { notification: Row }): ReactNode {
  const { t } = useTranslation('notifications');
  const to = useTenantPath();
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [now] = useState(() => new Date());
  const { data, complete } = useFragment({ fragment: notificationRowFragment, from: notification });
  const markRead = useMarkNotificationsRead();
  if (!complete) return null;
  const unread = data.readAt === null;
  const read = (): void => {
    if (unread) markRead([data.id]);
  };
  return (
    <li>
      <Link
        to={data.url ?? to('/notifications')}
        onClick={read}
        className={classes['row']}
        data-unread={unread || undefined}
      >
        <Stack gap={4}>
          <Group gap="sm" wrap="nowrap" align="flex-start" justify="space-between">
            <Text fw={unread ? 700 : 400}>{data.title}</Text>
            {unread && (
              <Badge variant="light" color="brand" c="brand.9" style={{ flexShrink: 0 }}>
                {t('unread')}
              </Badge>
            )}
          </Group>
          <Text>{data.body}</Text>
          <Text size="xs" c="gray.6">
            <time dateTime={data.createdAt}>{ago(data.createdAt, now, timeZone, language)}</time>
          </Text>
        </Stack>
      </Link>
    </li>
  );
}
