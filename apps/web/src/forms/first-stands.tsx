import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Something else was sent under this key before, from here or from another tab: it is kept, and this can be sent too. */
export function FirstStands({ onSendToo }: { readonly onSendToo: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="attention" icon={<IconAlertCircle aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        <Text>{t('firstStands')}</Text>
        <Button variant="default" onClick={onSendToo}>
          {t('sendThisToo')}
        </Button>
      </Stack>
    </Alert>
  );
}
