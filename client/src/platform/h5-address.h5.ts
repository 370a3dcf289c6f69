/** Where the pages open in a browser: what an invitation's link begins with. */
export function h5Address(route: string): string {
  return `${window.location.origin}${window.location.pathname}#${route}`;
}
