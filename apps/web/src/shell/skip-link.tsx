import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

export function SkipLink(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <a href="#content" className={classes['skip']}>
      {t('skip')}
    </a>
  );
}

export function SkipTarget({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box component="main" id="content" tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </Box>
  );
}
