import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MuteRequestMutation,
  MuteRequestMutationVariables,
  UnmuteRequestMutation,
  UnmuteRequestMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';

const muteRequest: TypedDocumentNode<MuteRequestMutation, MuteRequestMutationVariables> = gql`
  mutation MuteRequest($requestId: ID!) {
    muteRequest(requestId: $requestId) {
      id
      muted
    }
  }
`;
export const unmuteRequest: TypedDocumentNode<UnmuteRequestMutation, UnmuteRequestMutationVariables> = gql`
  mutation UnmuteRequest($requestId: ID!) {
    unmuteRequest(requestId: $requestId) {
      id
      muted
    }
  }
`;

/** Off and on again with one tap: nothing is lost by it. */
export function MuteRequest({ request }: { request: { id: string; muted: boolean } }): ReactNode {
  const { t } = useTranslation('mutes');
  const { id, muted } = request;
  const [change, { loading, error }] = useMutation(muted ? unmuteRequest : muteRequest, {
    variables: { requestId: id },
    onCompleted: () => sayDone(t(muted ? 'threadUnmuted' : 'threadMuted')),
  });
  const BellIcon = muted ? IconBell : IconBellOff;
  return (
    <>
      <Button
        variant="subtle"
        color="gray.7"
        fw={400}
        loading={loading}
        leftSection={<BellIcon size={18} aria-hidden />}
        onClick={() => void change().catch(() => undefined)}
      >
        {t(muted ? 'unmuteThread' : 'muteThread')}
      </Button>
      {error && <ErrorText error={error} />}
    </>
  );
}
