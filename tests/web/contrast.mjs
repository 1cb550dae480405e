// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast of every text that is seen, computed from the styles the browser computed (WCAG 2.2, 1.4.3): relative
// luminances of the text and of the first grounds below it that are not transparent.

function find() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parse = (text) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], alpha: a / 255 };
  };
  const over = (top, alpha, below) => top.map((part, n) => part * alpha + below[n] * (1 - alpha));
  const ground = (element) => {
    if (!element) return parse(getComputedStyle(document.body).backgroundColor).rgb;
    const { rgb, alpha } = parse(getComputedStyle(element).backgroundColor);
    return alpha === 1 ? rgb : over(rgb, alpha, ground(element.parentElement));
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  let seen = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || element.closest('[disabled], .ant-select-disabled, .hidden, script, noscript')) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const below = ground(element);
    const { rgb, alpha } = parse(style.color);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const got = ratio(over(rgb, alpha, below), below);
    seen++;
    if (got < (large ? 3 : 4.5))
      found.push(`${got.toFixed(2)}: “${text.slice(0, 30)}” ${element.tagName} ${element.className} on ${below}`);
  }
  return { seen, found };
}

/** Texts that are too faint, a line for each; and how many were looked at. */
export const contrasts = (page) => page.evaluate(find);
