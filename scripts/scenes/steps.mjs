// What somebody does on a page before its picture is taken. Pages below the one in sight stay in the document.

export async function press(page, selector) {
  await page.locator(selector).filter({ visible: true }).last().click();
}

export async function tap(page, words, which = 'last') {
  await page.getByText(words, { exact: true }).filter({ visible: true })[which]().click();
}

export async function tapLabel(page, name) {
  await page.getByRole('button', { name }).filter({ visible: true }).first().click();
}

/** The page as last seen: what is kept under one of these is kept, then the server is out of reach. */
export const asLastSeen =
  (...keys) =>
  async (page) => {
    await page.waitForFunction((kept) => kept.some((key) => localStorage.getItem(key)), keys);
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    await page.getByText('再试一次', { exact: true }).first().waitFor();
  };
