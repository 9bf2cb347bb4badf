import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MarkAllNotificationsReadMutation,
  MarkAllNotificationsReadMutationVariables,
} from '../graphql/generated/operations.js';
import { shellQuery } from '../shell/viewer.js';

const markAllNotificationsRead: TypedDocumentNode<
  MarkAllNotificationsReadMutation,
  MarkAllNotificationsReadMutationVariables
> = gql`
  mutation MarkAllNotificationsRead {
    markAllNotificationsRead
  }
`;

export function MarkAllRead(): ReactNode {
  const { t } = useTranslation('notifications');
  const [markAll, { loading }] = useMutation(markAllNotificationsRead, {
    refetchQueries: [shellQuery],
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'notifications' }),
  });
  return (
    <Button variant="default" loading={loading} onClick={() => void markAll().catch(() => undefined)}>
      {t('readAll')}
    </Button>
  );
}
