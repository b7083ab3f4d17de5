/** What the product does, in three pictures: the title and the text of each. */
export const welcomePictures = {
  panel: { title: 'welcome_picture_panel', text: 'welcome_picture_panel_text' },
  match: { title: 'welcome_picture_match', text: 'welcome_picture_match_text' },
  wifi: { title: 'welcome_picture_wifi', text: 'welcome_picture_wifi_text' },
} as const;
