// SPDX-License-Identifier: GPL-3.0-or-later
declare module 'virtual:*.css';
declare module '*.css';
declare module '*?raw' {
  const text: string;
  export default text;
}
