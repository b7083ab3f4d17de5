// @ts-check
import { modes } from './modes.js';
import * as landmarks from './parts.js';
import * as hybrid from './parts-hybrid.js';
import { createShell } from './shell.js';
import { createHybridShell } from './shell-hybrid.js';

/** The pieces that differ with the shape of the portal's pages. */
const parts = modes.shape === 'landmarks' ? landmarks : hybrid;

export const { pageHead, skeleton, details, card, columns } = parts;
export const makeShell = modes.shape === 'landmarks' ? createShell : createHybridShell;

/**
 * What the portal, or a person's script after it, calls the document.
 * @param {string} title as the pages with landmarks have it
 * @param {string} shown what the page itself calls its subject
 * @param {string | undefined} organization
 */
export function documentTitle(title, shown, organization) {
  switch (modes.shape) {
    case 'landmarks':
      return `${title} | IT Glue`;
    case 'text':
      return `${organization ?? 'MSP'} - IT Glue`;
    default:
      return `${shown} — IT Glue`;
  }
}
