import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AskLeaveToAdviseMutation,
  AskLeaveToAdviseMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { adviceLeaveFields, type AdviceAsked } from './welcome-advice.js';

const askLeaveToAdvise: TypedDocumentNode<AskLeaveToAdviseMutation, AskLeaveToAdviseMutationVariables> = gql`
  mutation AskLeaveToAdvise($requestId: ID!) {
    askLeaveToAdvise(requestId: $requestId) {
      id
      ...AdviceLeave @unmask
    }
  }
  ${adviceLeaveFields}
`;

/** Above the reply box: listening comes first, and advice when it is welcome. */
export function AdviceNote({ request }: { request: AdviceAsked }): ReactNode {
  const { t } = useTranslation('advice');
  const [ask, { loading, error }] = useMutation(askLeaveToAdvise, { variables: { requestId: request.id } });
  if (request.adviceWelcome)
    return (
      <Alert color="brand" variant="light" role="status">
        {t('adviceIsWelcome')}
      </Alert>
    );
  if (!request.adviceWaits) return null;
  return (
    <Alert color="brand" variant="light">
      <Stack gap="sm" align="flex-start">
        <Text>{t('adviceWaits')}</Text>
        {error && <ErrorText error={error} />}
        <div role="status">{request.leaveAsked && <Text fw={700}>{t('leaveAskedByMe')}</Text>}</div>
        {request.viewerCan.askLeave && !request.leaveAsked && (
          <div>
            <Button variant="default" loading={loading} onClick={() => void ask().catch(() => undefined)}>
              {t('askLeave')}
            </Button>
            <Text size="xs" c="gray.7" mt={4}>
              {t('askLeaveHint')}
            </Text>
          </div>
        )}
      </Stack>
    </Alert>
  );
}
