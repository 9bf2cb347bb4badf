import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  NotificationArrivedSubscription,
  NotificationArrivedSubscriptionVariables,
} from '../graphql/generated/operations.js';
import classes from './shell.module.css';
import { shellQuery, useTenantPath, useViewer } from './viewer.js';

const notificationArrived: TypedDocumentNode<
  NotificationArrivedSubscription,
  NotificationArrivedSubscriptionVariables
> = gql`
  subscription NotificationArrived {
    notificationArrived {
      id
    }
  }
`;

/** How many are unread, now: each arrival makes the count and the list be asked for again. */
export function Bell(): ReactNode {
  const { t } = useTranslation('shell');
  const to = useTenantPath();
  const client = useApolloClient();
  const { unreadNotifications: unread } = useViewer();
  useSubscription(notificationArrived, {
    ignoreResults: true,
    onData: () => {
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'notifications' });
      void client.refetchQueries({ include: [shellQuery] });
    },
  });
  return (
    <ActionIcon
      component={Link}
      to={to('/notifications')}
      variant="subtle"
      color="gray.9"
      size={44}
      pos="relative"
      aria-label={unread > 0 ? t('bellUnread', { count: unread }) : t('bell')}
    >
      <IconBell size={24} aria-hidden />
      {unread > 0 && (
        <span className={classes['count']} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </ActionIcon>
  );
}
