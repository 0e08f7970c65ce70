/** The tab. */
export function ProveView() {
  return <p />;
}
