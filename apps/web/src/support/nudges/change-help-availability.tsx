import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ChangeHelpAvailabilityMutation,
  ChangeHelpAvailabilityMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';
import { meQuery, type Me } from '../../shell/me.js';
import { Section } from '../../ui/section.js';

const changeHelpAvailability: TypedDocumentNode<
  ChangeHelpAvailabilityMutation,
  ChangeHelpAvailabilityMutationVariables
> = gql`
  mutation ChangeHelpAvailability($input: ChangeHelpAvailabilityInput!) {
    changeHelpAvailability(input: $input) {
      fullThisMonth
      willing
      version
    }
  }
`;

/** Two switches, each on or off at a tap: what one says here can be taken back the same way. */
export function ChangeHelpAvailability({
  availability,
}: {
  availability: Me['helpAvailability'];
}): ReactNode {
  const { t } = useTranslation('nudges');
  const { fullThisMonth, willing, version } = availability;
  const [change, { loading, error }] = useMutation(changeHelpAvailability, {
    refetchQueries: [meQuery],
    awaitRefetchQueries: true,
    onCompleted: () => sayDone(t('availabilitySaved')),
  });
  const say = (input: { fullThisMonth: boolean } | { willing: boolean }): void =>
    void change({ variables: { input: { ...input, expectedVersion: version } } }).catch(() => undefined);
  return (
    <Section title={t('availability')}>
      <Text>{t('availabilityIntro')}</Text>
      <Switch
        label={t('full')}
        description={t('fullHint')}
        checked={fullThisMonth}
        disabled={loading}
        onChange={(event) => say({ fullThisMonth: event.currentTarget.checked })}
      />
      <Switch
        label={t('willing')}
        description={t('willingHint')}
        checked={willing}
        disabled={loading}
        onChange={(event) => say({ willing: event.currentTarget.checked })}
      />
      {error && <ErrorText error={error} />}
    </Section>
  );
}
