import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type {
  MarkNotificationsReadMutation,
  MarkNotificationsReadMutationVariables,
} from '../graphql/generated/operations.js';
import { shellQuery } from '../shell/viewer.js';

const markNotificationsRead: TypedDocumentNode<
  MarkNotificationsReadMutation,
  MarkNotificationsReadMutationVariables
> = gql`
  mutation MarkNotificationsRead($ids: [ID!]!) {
    markNotificationsRead(ids: $ids)
  }
`;

/** Quietly, while the reader goes on to what the notice is about. */
export function useMarkNotificationsRead(): (ids: string[]) => void {
  const [markRead] = useMutation(markNotificationsRead, {
    refetchQueries: [shellQuery],
    update: (cache, _, { variables }) => {
      for (const id of variables?.ids ?? [])
        cache.modify({
          id: cache.identify({ __typename: 'Notification', id }),
          fields: { readAt: () => new Date().toISOString() },
        });
    },
  });
  return (ids) => void markRead({ variables: { ids } }).catch(() => undefined);
}
