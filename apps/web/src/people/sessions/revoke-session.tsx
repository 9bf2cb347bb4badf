import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  RevokeSessionMutation,
  RevokeSessionMutationVariables,
} from '../../graphql/generated/operations.js';
import { meQuery } from '../../shell/me.js';

const revokeSession: TypedDocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables> = gql`
  mutation RevokeSession($sessionId: ID!) {
    revokeSession(sessionId: $sessionId)
  }
`;

interface Props {
  readonly sessionId: string;
  readonly device: string;
  /** Also with null, when it is tried again. */
  readonly onFailed: (error: unknown) => void;
}

export function RevokeSession({ sessionId, device, onFailed }: Props): ReactNode {
  const { t } = useTranslation('account');
  const [revoke, { loading }] = useMutation(revokeSession, {
    refetchQueries: [meQuery],
    awaitRefetchQueries: true,
  });
  return (
    <Button
      variant="default"
      loading={loading}
      aria-label={t('revokeDevice', { device })}
      onClick={() => {
        onFailed(null);
        void revoke({ variables: { sessionId } }).catch(onFailed);
      }}
    >
      {t('revoke')}
    </Button>
  );
}
