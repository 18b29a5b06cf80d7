import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const brand: MantineColorsTuple = [
  '#eef6f9',
  '#d9eaf1',
  '#b5d5e2',
  '#9fd3e5',
  '#7cc0d8',
  '#3d8cab',
  '#1f7291',
  '#0f5c7a',
  '#0b4a63',
  '#08384b',
];
const danger: MantineColorsTuple = [
  '#fdecea',
  '#fbd5d2',
  '#f7b1ab',
  '#f2938b',
  '#e5675d',
  '#d3453b',
  '#c2332a',
  '#b3261e',
  '#8f1e18',
  '#6c1612',
];

/** Mantine paints overlays and controls of the dark scheme with these. */
const dark: MantineColorsTuple = [
  '#e8eef2',
  '#a9b8c3',
  '#8397a4',
  '#6c7f8c',
  '#2d3b46',
  '#22303a',
  '#18222a',
  '#10171c',
  '#0d1317',
  '#0b1014',
];

/**
 * Buttons in the two tones we have, by our own tokens: Mantine's automatic contrast puts white on the light
 * blue of the dark scheme (2.0:1).
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const tone = input.color === 'danger' ? 'danger' : 'brand';
  const colour = `var(--ttn-${tone})`;
  const tint = `var(--ttn-${tone}-tint)`;
  switch (input.variant) {
    case 'filled':
      return {
        background: colour,
        hover: `var(--ttn-${tone}-hover)`,
        color: `var(--ttn-on-${tone})`,
        border: '1px solid transparent',
      };
    case 'light':
      return { background: tint, hover: tint, color: colour, border: `1px solid ${tint}` };
    case 'outline':
      return { background: 'transparent', hover: tint, color: colour, border: '1px solid currentColor' };
    case 'subtle':
    case 'transparent':
      return { background: 'transparent', hover: tint, color: colour, border: '1px solid transparent' };
    default:
      return defaultVariantColorsResolver(input);
  }
};

/** Mantine's names for what `tokens.css` decides; both schemes, since the tokens change by themselves. */
const shared = {
  '--mantine-color-text': 'var(--ttn-text)',
  '--mantine-color-body': 'var(--ttn-page)',
  '--mantine-color-bright': 'var(--ttn-text)',
  '--mantine-color-dimmed': 'var(--ttn-muted)',
  '--mantine-color-placeholder': 'var(--ttn-subtle)',
  '--mantine-color-anchor': 'var(--ttn-brand)',
  '--mantine-color-error': 'var(--ttn-danger)',
  '--mantine-color-default': 'var(--ttn-surface)',
  '--mantine-color-default-hover': 'var(--ttn-surface-sunk)',
  '--mantine-color-default-color': 'var(--ttn-text)',
  '--mantine-color-default-border': 'var(--ttn-line)',
  '--mantine-color-disabled': 'var(--ttn-surface-sunk)',
  '--mantine-color-disabled-color': 'var(--ttn-muted)',
  '--mantine-color-disabled-border': 'var(--ttn-line)',
  '--mantine-primary-color-filled': 'var(--ttn-brand)',
  '--mantine-primary-color-filled-hover': 'var(--ttn-brand-hover)',
  '--mantine-primary-color-light': 'var(--ttn-brand-tint)',
  '--mantine-primary-color-light-hover': 'var(--ttn-brand-tint)',
  '--mantine-primary-color-light-color': 'var(--ttn-brand)',
  '--mantine-primary-color-contrast': 'var(--ttn-on-brand)',
  '--mantine-shadow-md': 'var(--ttn-overlay-shadow)',
  '--mantine-shadow-xl': 'var(--ttn-overlay-shadow)',
};
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});

const control = '--ttn-control';

export const theme = createTheme({
  colors: { brand, danger, dark },
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver,
  defaultRadius: 6,
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: () => ({ root: { '--button-height': `var(${control})` } }),
      styles: { root: { fontWeight: 600 } },
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'brand' },
      vars: () => ({ root: { '--ai-size': `var(${control})` } }),
    },
    Input: { vars: () => ({ wrapper: { '--input-height': `var(${control})` } }) },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] },
      styles: { label: { fontWeight: 600 }, description: { color: 'var(--ttn-muted)' } },
    },
    Menu: {
      defaultProps: {
        radius: 6,
        shadow: 'md',
        transitionProps: { duration: 80 },
        // The first item takes the focus, not a nameless element before it.
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
  },
});
