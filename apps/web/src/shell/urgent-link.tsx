import { Button } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** One tap away on every page, and never hidden. */
export function UrgentLink(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Button
      component={Link}
      to="/help-lines"
      color="red"
      variant="outline"
      size="compact-md"
      h={44}
      px="sm"
      leftSection={<IconHeartHandshake size={18} aria-hidden />}
      style={{ flexShrink: 0 }}
    >
      {t('urgent')}
    </Button>
  );
}
