/** A duration and a kind as one number, so that to sort it sorts by duration first. */
export const KINDS = 8;
