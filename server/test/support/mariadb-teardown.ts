/** jest globalTeardown: stops what mariadb-setup started. */
export default async function teardown(): Promise<void> {
  await globalThis.openedMariadb?.stop();
}
