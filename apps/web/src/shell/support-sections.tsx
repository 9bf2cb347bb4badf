import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useTenantPath } from './viewer.js';

/** The rooms of 支え合い: what people ask, and what went well. */
export function SupportSections(): ReactNode {
  const { t } = useTranslation('goodNews');
  const to = useTenantPath();
  return (
    <Group component="nav" gap="xs" aria-label={t('sections')}>
      {(
        [
          ['/support', 'requests'],
          ['/support/good-news', 'title'],
        ] as const
      ).map(([path, label]) => (
        <NavLink key={path} to={to(path)} end style={{ textDecoration: 'none' }}>
          {({ isActive }) => (
            <Button component="span" variant={isActive ? 'light' : 'subtle'} radius="xl">
              {t(label)}
            </Button>
          )}
        </NavLink>
      ))}
    </Group>
  );
}
