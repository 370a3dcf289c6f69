import type { Browser } from 'playwright-core';
import { type Product, type ProductOptions, startProduct } from '../support/product';
import { openBrowser } from './browser';

/** What a spec's tests share; there once they run. */
export interface Opened {
  product: Product;
  browser: Browser;
}

interface Opening {
  seconds?: number;
  camera?: string;
  real?: () => Promise<NonNullable<ProductOptions['real']>>;
}

/**
 * The product with its pages and a browser, for the tests of one file. `seconds` for each of them: a shared machine can be
 * slow, and a browser waits for each step on its own. `camera`: the film its camera sees, a file of the product's folder.
 * `real`: what stands in for the demo, made when the tests begin.
 */
export function opened({ seconds = 120, camera, real }: Opening = {}): Opened {
  jest.setTimeout(seconds * 1000);
  const here = {} as Opened;
  beforeAll(async () => {
    here.product = await startProduct({ h5: true, real: await real?.() });
    here.browser = await openBrowser(camera && `${here.product.folder}/${camera}`);
  });
  afterAll(async () => {
    await here.browser?.close();
    await here.product?.stop();
  });
  return here;
}
