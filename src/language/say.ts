/** A language together with the names of a workspace: what phrases are made with. */
import { asList } from "../schema.ts";
import type { Language } from "./define.ts";
import { type Phrase, value } from "./phrase.ts";

/** What phrases are made with. References are names in quotation marks, or say that what they refer to is not there. */
export interface Say extends Language {
  account(id: string): string;
  calendar(id: string): string;
  field(id: string): string;
  /** Absent: no such field, or none that can be read. */
  fieldType(id: string): string | undefined;
  /** A value as a field of its type is read: the name of an option, a date in words, yes or no. */
  fieldValue(field: string, value: unknown): string;
  bot(id: string): string;
  /** A bot that is there and switched off. */
  isBotOff(id: string): boolean;
  rule(id: string): string;
}

/** The values of an operand that holds one or a list, each with its place. */
export function valuesAt<Item>(
  operand: Item | readonly Item[],
  key: string,
  write: (item: Item) => string,
): readonly Phrase[] {
  const isList = Array.isArray(operand);
  return asList(operand).map((item, at) => value(write(item), ...(isList ? [key, at] : [key])));
}
