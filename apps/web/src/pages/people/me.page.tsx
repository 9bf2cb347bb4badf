import { useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CalendarFeed } from '../../meetings/calendars/create-calendar-feed.js';
import { ChangePassword } from '../../people/passwords/set-password.js';
import { ChangeHelpAvailability } from '../../support/nudges/change-help-availability.js';
import { ChooseDisplay } from '../../people/settings/update-account.js';
import { ChooseNotices } from '../../notifications/update-settings.js';
import { Devices } from '../../people/sessions/devices.js';
import { SignOut } from '../../people/sessions/sign-out.js';
import { EditProfile } from '../../people/profiles/update-profile.js';
import { meQuery } from '../../shell/me.js';
import { Section } from '../../ui/section.js';
import { OfficeLinks } from '../../shell/office-links.js';
import { useTenantPath } from '../../shell/viewer.js';
import { Mutes } from '../../support/mutes/mutes.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

export function MePage(): ReactNode {
  const { t } = useTranslation(['account', 'giveAndTake', 'overview', 'mutes']);
  const to = useTenantPath();
  const { data, error, refetch } = useQuery(meQuery);
  const me = data?.viewer;
  return (
    <Page title={t('title')} narrow>
      <OfficeLinks />
      <Group gap="sm">
        <Button component={Link} to={to('/me/thanks')} variant="default">
          {t('thanks')}
        </Button>
        <Button component={Link} to={to('/me/strengths')} variant="default">
          {t('myStrengths')}
        </Button>
        <Button component={Link} to={to('/me/give-and-take')} variant="default">
          {t('giveAndTake:giveAndTake')}
        </Button>
        {me && me.facilitates.length > 0 && (
          <Button component={Link} to={to('/facilitator')} variant="default">
            {t('overview:facilitator')}
          </Button>
        )}
      </Group>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!me && !error && <CardSkeletons count={4} />}
      {me && (
        <>
          <EditProfile member={me.member} />
          <ChooseDisplay user={me.user} />
          <ChooseNotices settings={me.settings} />
          <ChangeHelpAvailability availability={me.helpAvailability} />
          <Section title={t('mutes:mutes')}>
            <Mutes />
          </Section>
          <CalendarFeed calendarFeed={me.calendarFeed} />
          <Section title={t('security')}>
            <Text>
              {t('email')}: {me.user.email}
            </Text>
            <ChangePassword user={me.user} />
            <Devices sessions={me.sessions} />
            <SignOut />
          </Section>
        </>
      )}
    </Page>
  );
}
