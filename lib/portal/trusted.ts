/** A listener that acts for people only: events made by the page's scripts are not theirs. */
export function trusted(act: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) act();
  };
}
