import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Group, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Locale,
  TextSize,
  UpdateAccountInput,
  UpdateAccountMutation,
  UpdateAccountMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';
import { wearTextSize } from '../../ui/text-size.js';
import { speak } from '../../words/i18n.js';
import type { Me } from '../../shell/me.js';
import { Section } from '../../ui/section.js';

const updateAccount: TypedDocumentNode<UpdateAccountMutation, UpdateAccountMutationVariables> = gql`
  mutation UpdateAccount($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      id
      locale
      textSize
    }
  }
`;

/** Takes effect at the tap: what one reads is the answer. */
export function ChooseDisplay({ user }: Pick<Me, 'user'>): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const [update, { error }] = useMutation(updateAccount, { onCompleted: () => sayDone(t('common:saved')) });
  const choose = (input: UpdateAccountInput): void =>
    void update({
      variables: { input },
      optimisticResponse: {
        updateAccount: {
          __typename: 'User',
          id: user.id,
          locale: input.locale ?? user.locale,
          textSize: input.textSize ?? user.textSize,
        },
      },
    }).catch(() => {
      wearTextSize(user.textSize);
      void speak(user.locale === 'JA' ? 'ja' : 'en');
    });
  return (
    <Section title={t('display')}>
      {error && <ErrorText error={error} />}
      <Radio.Group
        label={t('textSize')}
        value={user.textSize}
        onChange={(size) => {
          wearTextSize(size as TextSize);
          choose({ textSize: size as TextSize });
        }}
      >
        <Group gap="lg" mih={44}>
          {(['NORMAL', 'LARGE', 'LARGEST'] as const).map((size) => (
            <Radio key={size} value={size} label={t(size)} size="md" />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group
        label={t('language')}
        value={user.locale}
        onChange={(locale) => {
          void speak(locale === 'JA' ? 'ja' : 'en');
          choose({ locale: locale as Locale });
        }}
      >
        <Group gap="lg" mih={44}>
          <Radio value="JA" label={<span lang="ja">日本語</span>} size="md" />
          <Radio value="EN" label={<span lang="en">English</span>} size="md" />
        </Group>
      </Radio.Group>
    </Section>
  );
}
