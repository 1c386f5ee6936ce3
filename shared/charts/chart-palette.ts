// The colours series are drawn in: told apart also by people who see fewer colours, and on black by high contrast.

/**
 * On paper, in the order series take them. Their nearest two stay apart for every kind of colour vision (the test
 * computes it), and each is at least 3 : 1 against the ground. Patterns and markers say the same without colour.
 */
export const seriesOnPaper = ['#0f5c5c', '#e16e27', '#7445a5', '#7188d1', '#3a1a2e', '#ae6987'] as const;

/** On black, for high contrast. */
export const seriesOnBlack = ['#ffe14d', '#92b6f2', '#e8985b', '#ac5afb', '#a9ffff', '#298085'] as const;

/** What is left over beside the parts that have a colour of their own. */
export const restOnPaper = '#8a8577';
export const restOnBlack = '#8c8c8c';
