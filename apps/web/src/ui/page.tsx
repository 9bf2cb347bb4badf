import { Box, Group, Stack, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  /** Only read aloud: on home the first card says where one is. */
  readonly hideTitle?: boolean;
  /** The page's one main action, beside its title. */
  readonly action?: ReactNode;
  /** Reading and writing are easier in a narrow column. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** Every page: its name in the tab, one heading that gets the focus on arrival, its content. */
export function Page({ title, hideTitle = false, action, narrow = false, children }: Props): ReactNode {
  const { t } = useTranslation();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const product = t('productName');
  useEffect(() => {
    document.title = title === product ? product : `${title} | ${product}`;
  }, [title, product]);
  useEffect(() => {
    // A dialog or a box that asked for the focus first keeps it.
    if (document.activeElement === document.body) headingRef.current?.focus({ preventScroll: true });
  }, []);
  const heading = (
    <Title
      order={1}
      ref={headingRef}
      tabIndex={-1}
      className={hideTitle ? 'visually-hidden' : undefined}
      style={{ outline: 'none' }}
    >
      {title}
    </Title>
  );
  return (
    <Box maw={narrow ? 640 : 1120} mx={narrow ? 'auto' : undefined} w="100%">
      {hideTitle && heading}
      <Stack gap="lg">
        {!hideTitle && (
          <Group justify="space-between" align="center" gap="md">
            {heading}
            {action}
          </Group>
        )}
        {children}
      </Stack>
    </Box>
  );
}
