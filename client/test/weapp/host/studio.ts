import { type Callbacks, settle, WxFailure } from './callbacks';

interface Found {
  node?: Canvas;
}

/** A canvas that notes what is written on it. */
class Canvas {
  width = 0;
  height = 0;
  readonly said: string[] = [];

  /** One that is there as soon as it is named. */
  createImage() {
    const image = { path: '', onload: () => undefined };
    return Object.defineProperty(image, 'src', {
      get: () => image.path,
      set: (path: string) => {
        image.path = path;
        setImmediate(() => image.onload());
      },
    });
  }

  getContext() {
    const letter = (text: string) => (text.charCodeAt(0) < 256 ? 0.5 : 1);
    return {
      font: '',
      fillRect: () => undefined,
      fillText: (text: string) => void this.said.push(text),
      drawImage: ({ src }: { src: string }) => void this.said.push(src),
      measureText(text: string) {
        const px = Number(/(\d+)px/.exec(this.font)?.[1]);
        return { width: [...text].reduce((sum, each) => sum + letter(each) * px, 0) };
      },
    };
  }
}

/** What the phone draws and keeps: canvases, pictures, the album, the calendar; all as its owner allows. */
export class Studio {
  /** Pictures made, by their path: what stands on them. */
  readonly pictures = new Map<string, { width: number; height: number; said: string[] }>();
  /** Pictures put into the album. */
  readonly album: string[] = [];
  readonly calendar: Record<string, unknown>[] = [];
  allowsAlbum = true;
  /** Pictures that the album did not take. */
  refused = 0;
  allowsCalendar = true;

  /** The functions of `wx`. */
  api() {
    return {
      createSelectorQuery: () => this.query(),
      canvasToTempFilePath: (o: Callbacks & { canvas: Canvas }) =>
        settle('canvasToTempFilePath', o, () => {
          const path = `wxfile://tmp_${this.pictures.size + 1}.png`;
          const { width, height, said } = o.canvas;
          this.pictures.set(path, { width, height, said: [...said] });
          return { tempFilePath: path };
        }),
      saveImageToPhotosAlbum: (o: Callbacks & { filePath: string }) =>
        settle('saveImageToPhotosAlbum', o, () => {
          if (!this.allowsAlbum) {
            this.refused += 1;
            throw new WxFailure('auth deny');
          }
          this.album.push(o.filePath);
          return {};
        }),
      addPhoneCalendar: (o: Callbacks & Record<string, unknown>) =>
        settle('addPhoneCalendar', o, () => {
          if (!this.allowsCalendar) throw new WxFailure('auth deny');
          const { success: _s, fail: _f, complete: _c, ...entry } = o;
          this.calendar.push(entry);
          return {};
        }),
    };
  }

  /** Finds canvases only, each a new one: nothing else is asked for by node. */
  private query() {
    const found: Found[] = [];
    const query = {
      in: () => query,
      select: () => ({
        fields: () => {
          found.push({ node: new Canvas() });
          return query;
        },
      }),
      exec: (then?: (found: Found[]) => void) => void setImmediate(() => then?.(found)),
    };
    return query;
  }
}
