/** A listener for a user's own events: those that the page's scripts dispatch are ignored. */
export function trusted(act: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) act();
  };
}
