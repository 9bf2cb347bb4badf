import { createTheme, rem, type MantineColorsTuple, type MantineThemeComponents } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#e8f6f6',
  '#d2eaeb',
  '#a6d5d7',
  '#78bfc2',
  '#52adb1',
  '#3aa1a6',
  '#1f8a90',
  '#0b7178',
  '#0b5f66',
  '#064b51',
];
/** Around one dark shade that reads on white (≥ 4.5:1): Mantine's own red and grey do not. */
const around = (light: string, strong: string, dark: string): MantineColorsTuple => [
  light,
  light,
  light,
  strong,
  strong,
  strong,
  strong,
  strong,
  dark,
  dark,
];

/** Hints are above the box, errors below it. */
const inputWrapperOrder = ['label', 'description', 'input', 'error'];

/** Written as plain data: naming the components themselves would make every page carry all of them. */
const components: MantineThemeComponents = {
  Anchor: { defaultProps: { underline: 'always', fz: 'inherit' } },
  Badge: {
    defaultProps: { tt: 'none', fw: 700 },
    vars: () => ({ root: { '--badge-fz': rem(14), '--badge-height': rem(26) } }),
  },
  Button: {
    defaultProps: { fw: 700 },
    vars: () => ({
      root: { '--button-height': rem(48), '--button-fz': rem(16), '--button-padding-x': rem(20) },
    }),
  },
  CloseButton: { vars: () => ({ root: { '--cb-size': rem(44), '--cb-icon-size': rem(22) } }) },
  Checkbox: { vars: () => ({ root: { '--checkbox-size': rem(24) } }) },
  Input: {
    vars: (_theme: unknown, { error }: { error?: unknown }) => ({
      wrapper: {
        '--input-height': rem(48),
        '--input-bd': error ? 'var(--mantine-color-error)' : '#667085',
        '--input-fz': rem(16),
      },
    }),
  },
  InputWrapper: {
    defaultProps: { withAsterisk: false, inputWrapperOrder },
    vars: () => ({
      label: { '--input-label-size': rem(16) },
      description: { '--input-description-size': rem(14) },
      error: { '--input-error-size': rem(16) },
    }),
  },
  // A dialog's header is not the page's: otherwise screen readers announce two banners.
  ModalHeader: { defaultProps: { role: 'none' } },
  Modal: {
    defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } },
    styles: { title: { fontSize: rem(18), fontWeight: 700 } },
  },
  Paper: { defaultProps: { p: 'lg', radius: 'lg', withBorder: true } },
  Select: { defaultProps: { allowDeselect: false } },
  Table: { defaultProps: { verticalSpacing: 'sm', tabularNums: true } },
  Textarea: { defaultProps: { autosize: true, minRows: 4 } },
};

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 7,
  white: '#ffffff',
  black: '#1b1f24',
  colors: {
    brand,
    attention: around('#fdf3e7', '#b45309', '#8a3f06'),
    red: around('#fdeeed', '#b3261e', '#8c1d17'),
    success: around('#e8f5ee', '#146c43', '#0f5132'),
    gray: [
      '#f6f8f9',
      '#eef1f3',
      '#e2e6ea',
      '#d0d5dd',
      '#98a2b3',
      '#667085',
      '#4b5563',
      '#3b4350',
      '#2a313b',
      '#1b1f24',
    ],
  },
  fontFamily:
    '"Noto Sans JP","Hiragino Sans","Hiragino Kaku Gothic ProN","BIZ UDPGothic","Yu Gothic Medium",Meiryo,"Noto Sans CJK JP",system-ui,sans-serif',
  fontSizes: { xs: rem(14), sm: rem(16), md: rem(16), lg: rem(18), xl: rem(22) },
  lineHeights: { xs: '1.6', sm: '1.7', md: '1.7', lg: '1.6', xl: '1.4' },
  headings: {
    fontWeight: '700',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: rem(28), lineHeight: '1.35' },
      h2: { fontSize: rem(22), lineHeight: '1.4' },
      h3: { fontSize: rem(18), lineHeight: '1.5' },
      h4: { fontSize: rem(16), lineHeight: '1.6' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components,
});
