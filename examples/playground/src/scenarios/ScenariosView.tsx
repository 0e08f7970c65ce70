/** The tab. */
export function ScenariosView() {
  return <p />;
}
