import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  WelcomeAdviceMutation,
  WelcomeAdviceMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { sayDone } from '../../ui/say-done.js';

export const adviceLeaveFields = gql`
  fragment AdviceLeave on SupportRequest {
    id
    adviceWaits
    adviceWelcome
    leaveAsked
    viewerCan {
      welcomeAdvice
      askLeave
    }
  }
`;

const welcomeAdvice: TypedDocumentNode<WelcomeAdviceMutation, WelcomeAdviceMutationVariables> = gql`
  mutation WelcomeAdvice($requestId: ID!) {
    welcomeAdvice(requestId: $requestId) {
      id
      ...AdviceLeave @unmask
    }
  }
  ${adviceLeaveFields}
`;

export interface AdviceAsked {
  readonly id: string;
  readonly adviceWaits: boolean;
  readonly adviceWelcome: boolean;
  readonly leaveAsked: boolean;
  readonly viewerCan: { readonly welcomeAdvice: boolean; readonly askLeave: boolean };
}

/** To the asker: whether advice may come. */
export function WelcomeAdvice({ request }: { request: AdviceAsked }): ReactNode {
  const { t } = useTranslation('advice');
  const [welcome, { loading, error }] = useMutation(welcomeAdvice, {
    variables: { requestId: request.id },
    onCompleted: () => sayDone(t('welcomed')),
  });
  if (!request.viewerCan.welcomeAdvice) return null;
  return (
    <Alert color="brand" variant="light" title={t('welcomeTitle')}>
      <Stack gap="sm" align="flex-start">
        <Text>{t(request.leaveAsked ? 'welcomeAsked' : 'welcomeText')}</Text>
        {error && <ErrorText error={error} />}
        <Button variant="default" loading={loading} onClick={() => void welcome().catch(() => undefined)}>
          {t('welcome')}
        </Button>
      </Stack>
    </Alert>
  );
}
