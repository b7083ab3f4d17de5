/** How much attention something asks for; the colour of words, dots and notices. */
export type Tone = 'good' | 'warning' | 'bad' | 'info' | 'neutral';
