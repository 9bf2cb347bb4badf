import type { Failure } from '@yoriai/domain/kernel';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type AskFailure } from '../graphql/failure.js';
import type { ErrorCode } from '../words/error-code.js';
import type { visitorErrors } from '../words/ja/visitor-errors.js';

interface Props {
  /** What an operation rejected with … */
  readonly error?: unknown;
  /** … or the failure already read from it. */
  readonly failure?: AskFailure;
  readonly onRetry?: () => unknown;
}

/** The one place where a failed operation becomes words: what happened and how to fix it. */
export function ErrorText({ error, failure = failureOf(error), onRetry }: Props): ReactNode {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const correlationId = failure['correlationId'];
  return (
    <Alert
      role="alert"
      color={failure.code === 'OFFLINE' ? 'attention' : 'red'}
      icon={<IconAlertCircle aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        <Text>{errorText(failure)}</Text>
        {typeof correlationId === 'string' && (
          <Text size="xs" c="gray.6">
            {t('correlation', { id: correlationId })}
          </Text>
        )}
        {onRetry && (
          <Button variant="default" onClick={() => onRetry()}>
            {t('reload')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** How long to wait, in whole minutes or hours and never too short; a quarter of an hour where the failure does not say. */
function waitText(failure: Failure, language: string): string {
  const seconds = (failure as AskFailure)['retryAfterSeconds'];
  const minutes = Math.max(1, Math.ceil((typeof seconds === 'number' ? seconds : 900) / 60));
  const [count, unit] = minutes <= 90 ? [minutes, 'minute'] : [Math.ceil(minutes / 60), 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

type VisitorCode = keyof typeof visitorErrors;
type MemberCode = Exclude<ErrorCode, VisitorCode>;

/** The words of a refusal in the reader's language; an unknown code is our own mistake. Those that only members meet come with their pages. */
export function useErrorText(): (failure: Failure) => string {
  const { i18n } = useTranslation('visitorErrors');
  const isVisitors = (code: string): code is VisitorCode => i18n.exists(code, { ns: 'visitorErrors' });
  const isMembers = (code: string): code is MemberCode => i18n.exists(code, { ns: 'errors' });
  const wordsOf = (code: string) => {
    if (isVisitors(code)) return `visitorErrors:${code}` as const;
    return isMembers(code) ? (`errors:${code}` as const) : 'visitorErrors:INTERNAL';
  };
  return (failure) => i18n.t(wordsOf(failure.code), { ...failure, wait: waitText(failure, i18n.language) });
}
