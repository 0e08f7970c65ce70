/** The tab. */
export function TryView() {
  return <p />;
}
