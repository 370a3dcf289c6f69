interface Layer {
  /** Rises; its entry in the browser's history carries the same. */
  mark: number;
  /** The page it lies over. */
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
/** The page the router shows. */
let shown = '';

/** Before the router is made: who listens first is told first, and what happens on one page is no business of it. */
export function listenGoBack(): void {
  shown = pageOf(entryNow());
  // A browser tells of no entry but those that are gone back or forward to.
  for (const change of ['pushState', 'replaceState'] as const) {
    const made = window.history[change].bind(window.history);
    window.history[change] = (entry: Entry | null, ...rest) => {
      made(entry, ...rest);
      shown = pageOf(entry);
    };
  }
  window.addEventListener('popstate', popped);
}

/** The browser's Back closes what was opened last, and the page stays. Returns the way to stop. */
export function onGoBack(close: () => void): () => void {
  const layer: Layer = { mark: ++marks, page: shown, entered: false, close };
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
  const { layer: mark = 0 }: Entry = event.state ?? {};
  const page = pageOf(event.state);
  leaving = false;
  if (page === shown) {
    event.stopImmediatePropagation();
    for (const layer of layers.filter((each) => each.page === page && each.entered && each.mark > mark).reverse()) {
      layers.splice(layers.indexOf(layer), 1);
      layer.close();
    }
  }
  shown = page;
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

/** By the router's key of the entry that is open; one that was typed has an address only. */
function pageOf(entry: Entry | null): string {
  return `${entry?.key} ${window.location.hash}`;
}

function entryNow(): Entry {
  return window.history.state ?? {};
}
