/** The tab where rules are written. */
export function RulesView() {
  return <p />;
}
