// SPDX-License-Identifier: GPL-3.0-or-later
// The look of Zhun, stated once: the build turns these values into CSS variables (--z-…) and into
// Ant Design's tokens, so no other file names a colour, a size of type or a step of spacing.

export const colour = {
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
} as const;

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

/** The CSS variables of the theme, one `:root` rule. */
export function themeCss(): string {
  const groups = { c: colour, t: type, s: space, m: shape };
  const lines = Object.entries(groups).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => `--z-${group}-${name}:${value};`),
  );
  return `:root{${lines.join('')}}`;
}

/** Ant Design's theme. Its styles are extracted at build time, so the key names one fixed scope. */
export const antTheme = {
  zeroRuntime: true,
  hashed: false,
  cssVar: { key: 'z-ant', prefix: 'ant' },
  token: {
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
    colorTextPlaceholder: '#6a737b',
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
    boxShadow: '0 2px 12px rgba(21, 25, 30, 0.10)',
    boxShadowSecondary: '0 2px 12px rgba(21, 25, 30, 0.12)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Input: { activeShadow: `0 0 0 2px ${colour.tint}` },
  },
};
