// SPDX-License-Identifier: GPL-3.0-or-later
// Styles made at build time. The server's content security policy drops every style a script
// injects, so what Ant Design would inject is rendered here once and shipped as a file.
import type { Plugin } from 'vite';
import { themeCss } from '../src/theme.ts';
import { antCss } from './ant.tsx';

/** A style sheet that exists only while building, imported as `virtual:NAME`. */
function virtualSheet(name: string, text: () => string): Plugin {
  const id = `\0virtual:${name}`;
  return {
    name: `zhun-${name}`,
    resolveId: (source) => (source === `virtual:${name}` ? id : null),
    load: (wanted) => (wanted === id ? text() : null),
  };
}

export const themeStyles = () => virtualSheet('theme.css', themeCss);
export const antStyles = () => virtualSheet('ant.css', antCss);

/** Replaces the one function through which Ant Design and its parts add <style> elements: the
 * variables are in the extracted sheet already, and the policy would refuse and report each. */
export function noRuntimeStyles(): Plugin {
  const target = /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/;
  const code = `
    const detached = () => document.createElement('style');
    export const injectCSS = detached, updateCSS = detached;
    export function removeCSS() {}
    export function clearContainerCache() {}`;
  return {
    name: 'zhun-no-runtime-styles',
    enforce: 'pre',
    load: (id) => (target.test(id) ? code : null),
  };
}
