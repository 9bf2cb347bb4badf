import { Alert, Text } from '@mantine/core';
import { mayBeAnonymous, type RequestAudience } from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly audience: RequestAudience;
  /** Who else will read it; null where only the server can count (the whole organisation). */
  readonly others: number | null;
}

/** Says how anonymous one really is: among how many, and what can still give one away. */
export function AnonymityNote({ audience, others }: Props): ReactNode {
  const { t } = useTranslation('support');
  const verdict = others === null ? null : mayBeAnonymous(audience, others);
  if (verdict && !verdict.ok)
    return (
      <Alert color="attention" role="status">
        {t('tooFew', { others: verdict.error.others, needed: verdict.error.needed })}
      </Alert>
    );
  return (
    <Alert color="brand" variant="light" role="status">
      <Text fw={700}>
        {others === null ? t('anonymousNoteTenant') : t('anonymousNote', { count: others + 1 })}
      </Text>
      <Text size="xs">{t('anonymousOffer')}</Text>
    </Alert>
  );
}
