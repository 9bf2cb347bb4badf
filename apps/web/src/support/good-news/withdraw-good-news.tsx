import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WithdrawGoodNewsMutation,
  WithdrawGoodNewsMutationVariables,
} from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import { TakeBack } from '../../ui/take-back.js';

const withdrawGoodNews: TypedDocumentNode<WithdrawGoodNewsMutation, WithdrawGoodNewsMutationVariables> = gql`
  mutation WithdrawGoodNews($goodNewsId: ID!) {
    withdrawGoodNews(goodNewsId: $goodNewsId)
  }
`;

export function WithdrawGoodNews({ id, onDone }: { id: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('goodNews');
  const [withdraw] = useMutation(withdrawGoodNews, {
    variables: { goodNewsId: id },
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'goodNews' }),
  });
  return (
    <TakeBack
      label={t('withdraw')}
      title={t('withdrawTitle')}
      ask={t('withdrawAsk')}
      onConfirm={async () => {
        await withdraw();
        sayDone(t('withdrawn'));
        onDone();
      }}
    />
  );
}
