import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dropAllDrafts } from '../../forms/draft.js';
import { forgetEverything } from '../../graphql/client.js';
import type {
  SignOutEverywhereMutation,
  SignOutEverywhereMutationVariables,
  SignOutMutation,
  SignOutMutationVariables,
} from '../../graphql/generated/operations.js';
import { tellOtherTabs } from '../../graphql/other-tabs.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorText } from '../../ui/error-text.js';

const signOut: TypedDocumentNode<SignOutMutation, SignOutMutationVariables> = gql`
  mutation SignOut {
    signOut
  }
`;

const signOutEverywhere: TypedDocumentNode<SignOutEverywhereMutation, SignOutEverywhereMutationVariables> =
  gql`
    mutation SignOutEverywhere {
      signOutEverywhere
    }
  `;

/** Leaves nothing on this device that the next person could read. */
export function SignOut(): ReactNode {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const [here, { loading, error }] = useMutation(signOut);
  const [everywhere] = useMutation(signOutEverywhere);
  const [asking, setAsking] = useState(false);
  const leave = async (): Promise<void> => {
    dropAllDrafts();
    await navigate('/sign-in', { replace: true });
    await forgetEverything();
    tellOtherTabs();
  };
  return (
    <Stack gap="sm">
      {error && <ErrorText error={error} />}
      <Group gap="xs">
        <Button loading={loading} onClick={() => void here().then(leave, () => undefined)}>
          {t('signOut')}
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('signOutEverywhere')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('signOutEverywhere')}
        confirm={t('signOutEverywhere')}
        onConfirm={() => everywhere().then(leave)}
      >
        <Text>{t('signOutEverywhereNote')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
