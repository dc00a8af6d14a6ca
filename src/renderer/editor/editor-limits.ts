/** Longer bodies are not checked and have no completion and hover, because each key would take too long; characters. */
export const LONGEST_CHECKED = 1_000_000;

/** A longer line leaves the whole text without colours; characters. */
export const LONGEST_COLOURED_LINE = 200_000;
