import { showJoinCode } from '@yoriai/domain/groups';
import { QRCodeSVG } from 'qrcode.react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateSpan, longDate } from '../../ui/dates.js';
import { useLanguage } from '../../ui/use-language.js';
import classes from './flyer.module.css';

interface Props {
  readonly group: {
    readonly name: string;
    readonly purpose: string;
    readonly goals: readonly string[];
    readonly nextMeeting: {
      readonly startsAt: string;
      readonly endsAt: string;
      readonly timeZone: string;
    } | null;
  };
  readonly link: { readonly code: string; readonly url: string; readonly expiresAt: string };
  readonly tenant: { readonly name: string; readonly timeZone: string };
}

export function Flyer({ group, link, tenant }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  return (
    <article className={classes['flyer']}>
      <p className={classes['kicker']}>{t('flyerTitle')}</p>
      <h2 className={classes['name']}>{group.name}</h2>
      <p className={classes['purpose']}>{group.purpose}</p>
      {group.goals.length > 0 && (
        <ul className={classes['goals']}>
          {group.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      )}
      {group.nextMeeting && (
        <p className={classes['next']}>{t('flyerMeets', { date: dateSpan(group.nextMeeting, language) })}</p>
      )}
      <div className={classes['way']}>
        <QRCodeSVG value={link.url} size={190} level="M" title={t('qr')} role="img" marginSize={4} />
        <div>
          <p>{t('flyerScan')}</p>
          <p>{t('flyerType', { url: new URL('/join', link.url).href })}</p>
          <p className={classes['code']}>{showJoinCode(link.code)}</p>
          <p>{t('flyerExpires', { date: longDate(link.expiresAt, tenant.timeZone, language) })}</p>
        </div>
      </div>
      <footer className={classes['footer']}>
        <p>{t('flyerPromise')}</p>
        <p>{t('flyerHost', { tenant: tenant.name })}</p>
      </footer>
    </article>
  );
}
