import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ResendInvitationMutation,
  ResendInvitationMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';

const resendInvitation: TypedDocumentNode<ResendInvitationMutation, ResendInvitationMutationVariables> = gql`
  mutation ResendInvitation($invitationId: ID!) {
    resendInvitation(invitationId: $invitationId) {
      id
      expiresAt
    }
  }
`;
interface Props {
  readonly invitationId: string;
  readonly name: string;
  /** Also with null, when it is tried again. */
  readonly onFailed: (error: unknown) => void;
}

export function ResendInvitation({ invitationId, name, onFailed }: Props): ReactNode {
  const { t } = useTranslation('people');
  const [resend, { loading }] = useMutation(resendInvitation);
  const again = async (): Promise<void> => {
    onFailed(null);
    await resend({ variables: { invitationId } });
    sayDone(t('resent'));
  };
  return (
    <Button
      variant="default"
      loading={loading}
      aria-label={t('resendTo', { name })}
      onClick={() => void again().catch(onFailed)}
    >
      {t('resend')}
    </Button>
  );
}
