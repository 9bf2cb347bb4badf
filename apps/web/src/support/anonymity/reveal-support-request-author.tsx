import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  RevealAuthorMutation,
  RevealAuthorMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const revealAuthor: TypedDocumentNode<RevealAuthorMutation, RevealAuthorMutationVariables> = gql`
  mutation RevealAuthor($requestId: ID!) {
    revealSupportRequestAuthor(requestId: $requestId) {
      id
      anonymous
      version
    }
  }
`;

export function RevealSupportRequestAuthor({ requestId }: { requestId: string }): ReactNode {
  const { t } = useTranslation('support');
  const [opened, setOpened] = useState(false);
  const [reveal] = useMutation(revealAuthor, { refetchQueries: ['SupportRequestPage', 'ReplyList'] });
  return (
    <>
      <Button variant="subtle" onClick={() => setOpened(true)}>
        {t('reveal')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('revealTitle')}
        confirm={t('reveal')}
        onConfirm={() => reveal({ variables: { requestId } })}
      >
        <Text>{t('revealAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
