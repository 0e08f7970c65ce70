import { signal } from "@preact/signals";

/** Something that happened, told once. */
export interface Message {
  readonly id: number;
  readonly tone: "good" | "error" | "info";
  readonly text: string;
}

/** What is being told: one thing at a time, the newest. */
export const message = signal<Message | undefined>(undefined);

let made = 0;

/** Tells the reader something: in sight for some seconds, read aloud. */
export function tell(tone: Message["tone"], text: string): void {
  made += 1;
  const told = { id: made, tone, text };
  message.value = told;
  setTimeout(() => dismiss(told.id), tone === "error" ? 12_000 : 6_000);
}

/** Takes a message away. */
export function dismiss(id: number): void {
  if (message.peek()?.id === id) message.value = undefined;
}
