import { signal } from "@preact/signals";

/** Something that happened, told once. */
export interface Message {
  readonly id: number;
  readonly tone: "good" | "error" | "info";
  readonly text: string;
}

/** What is being told. */
export const messages = signal<readonly Message[]>([]);

let made = 0;

/** Tells the reader something: in sight for some seconds, read aloud. */
export function tell(tone: Message["tone"], text: string): void {
  made += 1;
  const message = { id: made, tone, text };
  messages.value = [...messages.peek().slice(-2), message];
  setTimeout(() => dismiss(message.id), tone === "error" ? 12_000 : 6_000);
}

/** Takes a message away. */
export function dismiss(id: number): void {
  messages.value = messages.peek().filter((message) => message.id !== id);
}
