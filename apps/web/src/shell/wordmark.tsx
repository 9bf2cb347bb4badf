import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './shell.module.css';

/** People around one hearth. */
export function Wordmark({ to }: { to: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Link to={to} className={classes['wordmark']}>
      <img src="/icon.svg" alt="" width={32} height={32} />
      {t('productName')}
    </Link>
  );
}
