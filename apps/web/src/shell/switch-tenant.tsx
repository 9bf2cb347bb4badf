import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from './viewer.js';

/** The tenant's name; with two or more, the way to the others. */
export function TenantSwitcher(): ReactNode {
  const { t } = useTranslation('shell');
  const { tenant, tenants } = useViewer();
  if (tenants.length < 2)
    return (
      <Text truncate c="gray.6">
        {tenant.name}
      </Text>
    );
  return (
    <Menu position="bottom-start" width="target" withinPortal>
      <Menu.Target>
        <UnstyledButton
          mih={44}
          miw={0}
          display="flex"
          style={{ alignItems: 'center', gap: 4 }}
          aria-label={`${t('switchTenant')}: ${tenant.name}`}
        >
          <Text truncate component="span">
            {tenant.name}
          </Text>
          <IconSelector size={18} aria-hidden style={{ flexShrink: 0 }} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown miw={240}>
        {tenants.map(({ id, slug, name }) => (
          <Menu.Item
            key={id}
            component={Link}
            to={`/t/${slug}`}
            mih={44}
            rightSection={slug === tenant.slug ? <IconCheck size={18} aria-hidden /> : null}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
