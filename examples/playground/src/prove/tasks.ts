/** What this tab has done beside the page. */
export const proveTasks = {};
