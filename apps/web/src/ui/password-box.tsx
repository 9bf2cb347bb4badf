import { PasswordInput, rem, type PasswordInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A password with an eye that has a name, a thumb's size and a place in the tab order: the kit's has none of them. */
export function PasswordBox(props: PasswordInputProps): ReactNode {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...props}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      rightSectionWidth={48}
      vars={() => ({ root: { '--psi-button-size': rem(44) } })}
    />
  );
}
