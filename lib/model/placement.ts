/** The corners of the window that a docked panel can stand in; `start` and `end` follow the text's direction. */
export const corners = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const;
export type Corner = (typeof corners)[number];

/** Where this browser's user wants the panel on the portal's pages. */
export interface Placement {
  /** By choice: in a corner of the window even where the page has a place for it. */
  readonly docked: boolean;
  readonly corner: Corner;
  /** Of a docked panel only the header is shown. */
  readonly collapsed: boolean;
}

export const defaultPlacement: Placement = {
  docked: false,
  corner: 'bottom-end',
  collapsed: false,
};

/** How a place for the panel was found on a page, from the surest to the last resort. */
export const placedBy = [
  'name',
  'heading',
  'document-title',
  'known-block',
  'main',
  'docked',
] as const;
export type PlacedBy = (typeof placedBy)[number];
