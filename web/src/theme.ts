// SPDX-License-Identifier: GPL-3.0-or-later
// The look of Zhun, stated once: the build turns these values into CSS variables (--z-…) and into
// Ant Design's tokens, so no other file names a colour, a size of type or a step of spacing.

export const light = {
  ink: '#15191e', // text
  soft: '#566069', // secondary text: 6.4:1 on white
  line: '#dde1e4', // hairlines
  rule: '#828b92', // borders of fields: 3.4:1 on white
  paper: '#ffffff',
  mist: '#f5f6f7', // ground of the rail, of code, of a row under the pointer
  accent: '#1f3f8f', // the one accent: a cobalt ink
  tint: '#eceff7', // the accent, thinned: what is chosen
  pass: '#1a6b3c',
  warn: '#8a5600',
  fail: '#b3261e',
  unknown: '#566069',
};
export type Palette = typeof light;

/** The same at night: ink and ground change places, the accent and the verdicts grow pale. */
export const dark: Palette = {
  ink: '#e4e8eb',
  soft: '#a4aeb6', // 7.8:1 on the paper
  line: '#30373e',
  rule: '#7c868e', // 4.7:1 on the paper
  paper: '#14181c',
  mist: '#1d2228',
  accent: '#a6bcff',
  tint: '#222c45',
  pass: '#71cf97',
  warn: '#e0b565',
  fail: '#ff958c',
  unknown: '#a4aeb6',
};

export const type = {
  sans:
    '"Inter", "Helvetica Neue", "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", ' +
    '"Noto Sans", "Noto Sans CJK SC", "Source Han Sans SC", Arial, sans-serif',
  mono: '"SFMono-Regular", "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace',
  mark: '"Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif',
  small: '12px',
  label: '13px',
  body: '14px',
  lead: '16px',
  heading: '20px',
  title: '26px',
  line: '1.6',
} as const;

/** Spacing in steps of four pixels. */
export const space = {
  1: '4px',
  2: '8px',
  3: '12px',
  4: '16px',
  6: '24px',
  8: '32px',
  12: '48px',
  16: '64px',
} as const;

export const shape = { radius: '3px', control: '36px', rail: '232px', page: '1180px', text: '68ch' } as const;

const variables = (group: string, values: object) =>
  Object.entries(values)
    .map(([name, value]) => `--z-${group}-${name}:${value};`)
    .join('');

/** The CSS variables of the theme. Before any script has run a page follows the system; on paper it is light. */
export function themeCss(): string {
  const fixed = variables('t', type) + variables('s', space) + variables('m', shape);
  const day = `color-scheme:light;${variables('c', light)}`;
  const night = `color-scheme:dark;${variables('c', dark)}`;
  return (
    `:root{${fixed}${day}}` +
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme]){${night}}}` +
    `@media screen{:root[data-theme=dark]{${night}}}`
  );
}

const shared = {
  zeroRuntime: true,
  hashed: false,
  cssVar: { key: 'z-ant', prefix: 'ant' },
};

const shadow = (alpha: number) => `0 2px 12px rgba(21, 25, 30, ${alpha})`;

/** Ant Design's tokens of a palette. */
const tokens = (colour: Palette, placeholder: string) => ({
  colorPrimary: colour.accent,
  colorInfo: colour.accent,
  colorLink: colour.accent,
  colorSuccess: colour.pass,
  colorWarning: colour.warn,
  colorError: colour.fail,
  colorText: colour.ink,
  colorTextSecondary: colour.soft,
  colorTextTertiary: colour.soft,
  colorTextDescription: colour.soft,
  colorTextPlaceholder: placeholder,
  colorBorder: colour.rule,
  colorBorderSecondary: colour.line,
  colorBgContainer: colour.paper,
  borderRadius: 3,
  borderRadiusLG: 4,
  borderRadiusSM: 2,
  controlHeight: 36,
  fontSize: 14,
  fontFamily: type.sans,
  motion: false,
  wireframe: false,
  boxShadow: shadow(0.1),
  boxShadowSecondary: shadow(0.12),
});

const components = (colour: Palette) => ({
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
  Input: { activeShadow: `0 0 0 2px ${colour.tint}` },
});

/** Ant Design's theme. Its styles are extracted at build time, so the key names one fixed scope. */
export const antTheme = {
  ...shared,
  token: tokens(light, '#6a737b'),
  components: components(light),
};

/** At night: what Ant Design derives from its colours for the day would be too bright or too dim. */
export const antNight = {
  ...shared,
  token: {
    ...tokens(dark, '#a4aeb6'),
    colorTextLightSolid: dark.paper,
    colorPrimaryHover: '#c3d1ff',
    colorPrimaryActive: '#8ea6f0',
    colorPrimaryBg: dark.tint,
    colorPrimaryBgHover: dark.tint,
    colorPrimaryBorder: dark.accent,
    colorBgElevated: dark.mist,
    colorBgContainerDisabled: dark.mist,
    controlItemBgActive: dark.tint,
    controlItemBgActiveHover: dark.tint,
    controlItemBgHover: dark.line,
    colorErrorHover: '#ffb4ad',
    boxShadow: '0 2px 16px rgba(0, 0, 0, 0.6)',
    boxShadowSecondary: '0 2px 16px rgba(0, 0, 0, 0.6)',
  },
  components: components(dark),
};
