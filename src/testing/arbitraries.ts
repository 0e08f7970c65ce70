/** fast-check arbitraries of valid workspaces, and of events near the edges of one. */
export { arbitraryEvent } from "./arbitraries/event.ts";
export { arbitraryWorkspace } from "./arbitraries/workspace.ts";
