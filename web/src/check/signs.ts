// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer } from '../model.ts';

/** The drawing of each answer, on a field of 16 by 16: told apart by shape, not by colour. */
export const signs: Record<Answer, string> = {
  pass: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M5 8.2l2.1 2.2L11 6',
  warn: 'M8 1.8l6.7 12.2H1.3zM8 6.3v3.6M8 11.6v.6',
  fail: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6',
  unknown:
    'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.4v.5',
};
