import { history as pages } from '@tarojs/taro';

interface Layer {
  /** Rises; its entry in the browser's history carries the same. */
  mark: number;
  /** Of the page it lies over, as the router names it. */
  page: string;
  entered: boolean;
  close: () => void;
}

interface Entry {
  key?: string;
  layer?: number;
}

/** What lies over pages, the topmost last. */
const layers: Layer[] = [];
let marks = Date.now();
/** An entry is being left; the browser does so a moment later. */
let leaving = false;

// Before the router's own: what happens on one page is no business of it.
window.addEventListener('popstate', (event) => popped(event), true);

/** The browser's Back closes what was opened last, and the page stays. Returns the way to stop. */
export function onGoBack(close: () => void): () => void {
  const layer: Layer = { mark: ++marks, page: pages.location.key, entered: false, close };
  layers.push(layer);
  if (!leaving) enter();
  return () => {
    const at = layers.indexOf(layer);
    if (at < 0) return;
    layers.splice(at, 1);
    // Whoever closes it may open a page, or another layer, in the same breath.
    setTimeout(leaveEmpty);
  };
}

/** Gives each layer an entry; one whose layer is gone is taken over. */
function enter(): void {
  for (const layer of layers.filter(({ entered }) => !entered)) {
    const entry = { ...entryNow(), layer: layer.mark };
    if (isEmpty()) window.history.replaceState(entry, '');
    else window.history.pushState(entry, '');
    layer.entered = true;
  }
}

function popped(event: PopStateEvent): void {
  const { key = 'default', layer: mark = 0 }: Entry = event.state ?? {};
  leaving = false;
  if (key === pages.location.key) {
    event.stopImmediatePropagation();
    for (const layer of layers.filter((each) => each.page === key && each.entered && each.mark > mark).reverse()) {
      layers.splice(layers.indexOf(layer), 1);
      layer.close();
    }
  }
  enter();
  // Also forward to a layer that was closed: it does not open again.
  setTimeout(leaveEmpty);
}

function leaveEmpty(): void {
  if (leaving || !isEmpty()) return;
  leaving = true;
  window.history.back();
}

/** Whether this entry's layer is gone. */
function isEmpty(): boolean {
  const { layer } = entryNow();
  return layer !== undefined && layers.every(({ mark }) => mark !== layer);
}

function entryNow(): Entry {
  return window.history.state ?? {};
}
