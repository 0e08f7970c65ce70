/** How types and keys are told of in a JSON Schema. */

/** A title, and a sentence or two. */
export type Text = readonly [title: string, description: string];

/** Of an object, with every key. */
export interface ObjectText {
  readonly text: Text;
  readonly keys: { readonly [key: string]: Text };
}

/** The keys of a type, without those of the author's. */
export type KeyTexts<Type> = {
  readonly [Key in keyof Type as Key extends `x-${string}` ? never : Key]-?: Text;
};

/** Gives an object its texts. */
export const about =
  <Type>() =>
  (title: string, description: string, keys: KeyTexts<Type>): ObjectText => ({
    text: [title, description],
    keys,
  });
