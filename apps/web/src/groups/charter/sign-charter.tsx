import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  SignCharterMutation,
  SignCharterMutationVariables,
} from '../../graphql/generated/operations.js';
import { groupCharterFragment } from './charter-fragment.js';

const signCharter: TypedDocumentNode<SignCharterMutation, SignCharterMutationVariables> = gql`
  mutation SignCharter($groupId: ID!, $version: Int!) {
    signCharter(groupId: $groupId, version: $version) {
      id
      ...GroupCharter
    }
  }
  ${groupCharterFragment}
`;

interface Props {
  readonly groupId: string;
  /** The one that was read. */
  readonly version: number;
  readonly onFailed: (error: unknown) => void;
}

export function SignCharter({ groupId, version, onFailed }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [sign, { loading }] = useMutation(signCharter);
  return (
    <Button
      loading={loading}
      onClick={() => {
        onFailed(null);
        void sign({ variables: { groupId, version } }).catch(onFailed);
      }}
    >
      {t('sign')}
    </Button>
  );
}
