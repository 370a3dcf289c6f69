/** Where the pages open in a browser, served beside the API: what an invitation's link begins with. */
export function h5Address(route: string): string {
  return `${API_BASE.replace(/\/api$/, '')}/#${route}`;
}
