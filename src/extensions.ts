/** Keys that begin with `x-` belong to the author of the document: they are kept, and mean nothing here. */
export interface Extensions {
  [key: `x-${string}`]: unknown;
}
