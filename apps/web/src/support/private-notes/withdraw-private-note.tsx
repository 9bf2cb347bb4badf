import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawPrivateNoteMutation,
  WithdrawPrivateNoteMutationVariables,
} from '../../graphql/generated/operations.js';
import { TakeBack } from '../../ui/take-back.js';

export const withdrawPrivateNote: TypedDocumentNode<
  WithdrawPrivateNoteMutation,
  WithdrawPrivateNoteMutationVariables
> = gql`
  mutation WithdrawPrivateNote($noteId: ID!) {
    withdrawPrivateNote(noteId: $noteId)
  }
`;

/** Its writer takes it back; nothing stands in its place. */
export function WithdrawPrivateNote({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('privateNotes');
  const [withdraw] = useMutation(withdrawPrivateNote, {
    variables: { noteId: id },
    refetchQueries: ['PrivateNotes'],
    awaitRefetchQueries: true,
  });
  return (
    <TakeBack
      label={t('noteWithdraw')}
      title={t('noteWithdrawTitle')}
      ask={t('noteWithdrawAsk')}
      onConfirm={() => withdraw()}
    />
  );
}
