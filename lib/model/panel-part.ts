/** What the panel shows by code of its own, loaded where it is first shown: `content-scripts/portal-<part>.js`. */
export const panelParts = ['ports', 'history'] as const;
export type PanelPart = (typeof panelParts)[number];
