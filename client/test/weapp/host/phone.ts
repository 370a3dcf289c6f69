import { type Callbacks, settle } from './callbacks';
import { deviceApi } from './device-api';
import { LogicLayer } from './logic-layer';
import { Loudspeaker } from './loudspeaker';
import { Network } from './network';
import { type OpenPage, PageStack } from './page-stack';
import type { PhoneOptions } from './phone-options';
import { PhoneScreen } from './phone-screen';
import { Privacy } from './privacy';
import { SharedFiles } from './shared-files';
import { Storage } from './storage';
import { Studio } from './studio';
import { eventOn, pathsTo, pathToCalled, type ViewNode, wordsOf } from './view-node';
import { WechatPerson } from './wechat-person';

const PATIENCE_MS = 30_000;

/** A phone with WeChat on it, in which one mini program runs; driven by what is to be seen and pressed. */
export class Phone {
  readonly network: Network;
  /** Short lines shown over the page. */
  readonly toasts: string[] = [];
  readonly screen = new PhoneScreen();
  readonly studio = new Studio();
  readonly loudspeaker = new Loudspeaker();
  /** Killed by the phone in mid-work: what it says or does afterwards is nothing. */
  killed = false;
  readonly storage: Storage;
  readonly privacy: Privacy;
  readonly files = new SharedFiles();
  readonly person: WechatPerson;
  /** WeChat's own letters, in px; 17 where nobody made them larger. */
  letters = 17;
  private readonly layer: LogicLayer;
  private readonly pages: PageStack;

  private constructor(private readonly options: PhoneOptions) {
    const { bundle, origin, clockOffMs } = options;
    this.storage = new Storage(options.storage);
    this.network = new Network(origin);
    this.privacy = new Privacy(options.privacyAgreed ?? true);
    this.person = new WechatPerson(options.person);
    this.pages = new PageStack(bundle, () => this.layer);
    const revive = (json: string) => this.layer.revive(json);
    const wx = {
      ...deviceApi(bundle.first, () => this.letters),
      ...this.files.api(),
      ...this.screen.api(),
      ...this.privacy.guards(this.studio.api()),
      ...this.loudspeaker.api(),
      ...this.person.api(),
      ...this.storage.api(revive),
      ...this.network.api(revive),
      ...this.pages.api(),
      showToast: (toast: Callbacks & { title: string }) => {
        this.toasts.push(toast.title);
        return settle('showToast', toast, () => ({}));
      },
    };
    this.layer = new LogicLayer(bundle, wx, this.pages.instances, clockOffMs);
  }

  /** Opens the mini program, at its first page where no other is named. Without network from the start if asked. */
  static launch(options: PhoneOptions, { at = options.bundle.first, cut = false } = {}): Phone {
    const phone = new Phone(options);
    phone.network.cut = cut;
    phone.layer.start();
    phone.call('onLaunch', at);
    phone.call('onShow', at);
    phone.pages.launch(`/${at.replace(/^\//, '')}`);
    return phone;
  }

  /** Comes back from elsewhere on the phone. */
  returns(): void {
    this.call('onShow', this.route);
  }

  /** Swipes the mini program away; the storage stays. */
  readonly close = () => this.layer.end();

  /** Kills the app when it writes to the storage for the n-th time from now; that write is lost. */
  killAtWrite(n: number): void {
    this.storage.endAfter(n - 1, () => {
      this.killed = true;
      this.close();
    });
  }

  get route(): string {
    return this.pages.top.route;
  }

  get words(): string {
    return wordsOf(this.root());
  }

  /** Everything thrown or said with console.error since launch. */
  get errors(): string[] {
    return this.layer.errors;
  }

  /** Every page opened since launch, with what it cost to draw. */
  get opened(): OpenPage[] {
    return this.pages.opened;
  }

  /**
   * Presses the thing that is called so: by its words or its label; the topmost where there are several, or the one in
   * the same box as the words `beside`.
   */
  async tap(name: string, beside = ''): Promise<void> {
    const path = await this.until(`something called “${name}”`, () => pathToCalled(this.root(), name, beside));
    const answered = this.person.taps(() => this.fire(path, 'tap', { x: 1, y: 1 }));
    if (answered === 0) throw new Error(`“${name}” does not answer a tap`);
  }

  /** Presses the button by which one agrees to the privacy guide. */
  async agrees(name: string): Promise<void> {
    const path = await this.native(name, 'agreePrivacyAuthorization');
    this.privacy.press(path.at(-1)?.uid ?? '');
    this.fire(path, 'agreeprivacyauthorization', {});
  }

  /** Presses the button that asks for the number of their WeChat, and lets it have it or not. */
  async givesPhone(name: string, gives = true): Promise<void> {
    const path = await this.native(name, 'getPhoneNumber');
    const answers = (detail: object) => void this.fire(path, 'getphonenumber', detail);
    this.privacy.button('getPhoneNumber', () => answers(this.person.phoneNumber(gives)), answers);
  }

  /** Types into the field in whose row the label stands. */
  async type(label: string, value: string): Promise<void> {
    const field = await this.until(`a field “${label}”`, () => {
      const path = pathToCalled(this.root(), label) ?? [];
      for (const [depth, around] of [...path.entries()].reverse()) {
        const [inside] = pathsTo(around, (node) => this.options.bundle.binds(node.nn ?? '', 'input'));
        if (inside) return [...path.slice(0, depth), ...inside];
      }
      return null;
    });
    this.fire(field.slice(-1), 'input', { value, cursor: value.length });
  }

  /** The camera in sight reads a code. */
  async reads(code: string): Promise<void> {
    const { bundle } = this.options;
    const isCamera = (node: ViewNode) => bundle.binds(node.nn ?? '', 'scancode');
    const camera = await this.until('a camera', () => pathsTo(this.root(), isCamera).at(-1) ?? null);
    this.fire(camera, 'scancode', { type: 'qrcode', result: code, charSet: 'utf-8', rawData: '' });
  }

  /** Scrolls to the end of the page in sight. */
  readonly reachBottom = () => this.pages.reachBottom();

  /** Presses WeChat's Back, which leaves an open container of WeChat's own before the page; a page has one, more are not added. */
  back(): void {
    const over = pathsTo(this.root(), (node) => this.options.bundle.isContainer(node))[0];
    if (over) for (const left of ['beforeleave', 'afterleave']) this.fire(over, left, {});
    else this.pages.back();
  }

  /** Waits until these words stand on the page in sight. */
  async sees(words: string): Promise<void> {
    await this.until(`“${words}”`, () => this.words.includes(words) || null);
  }

  /** Waits until the page in sight is this one. */
  async isAt(route: string): Promise<void> {
    await this.until(`page ${route}`, () => this.route === route || null);
  }

  /** What the WXML draws as this attribute, for each node that has one. */
  attribute(name: string): string[] {
    return pathsTo(this.root(), (node) => typeof this.options.bundle.valueOf(node, name) === 'string')
      .map((path) => this.options.bundle.valueOf(path.at(-1) ?? {}, name))
      .filter((value) => typeof value === 'string') as string[];
  }

  /** Waits for something that is not null; says what stood on the page where it never came. */
  async until<T>(what: string, look: () => T | null): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = look();
      if (found !== null) return found;
      if (Date.now() > end) {
        throw new Error(`waited for ${what}; on ${this.route} stands: ${this.words}\n${this.errors.join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The view bubbles an event from the last node up: each that binds it in the WXML calls the page. How many did. */
  private fire(path: ViewNode[], type: string, detail: object): number {
    const { instance } = this.pages.top;
    const handler = instance.eh;
    const bound = path.filter((node) => node.nn && this.options.bundle.binds(node.nn, type)).reverse();
    if (typeof handler === 'function')
      for (const node of bound) this.layer.guard(() => handler.call(instance, eventOn(node, path, type, detail)));
    return bound.length;
  }

  /** The path to a button of WeChat's own, by its words and what it is for. */
  private async native(name: string, openType: string): Promise<ViewNode[]> {
    const path = await this.until(`a button “${name}”`, () => pathToCalled(this.root(), name));
    const at = path.map((node) => this.options.bundle.valueOf(node, 'open-type')).lastIndexOf(openType);
    if (at < 0) throw new Error(`“${name}” is no ${openType}`);
    return path.slice(0, at + 1);
  }

  root(): ViewNode {
    return (this.pages.top.instance.data as { root?: ViewNode }).root ?? {};
  }

  private call(hook: string, path: string): void {
    const handler = this.layer.app[hook];
    if (typeof handler === 'function')
      this.layer.guard(() => handler.call(this.layer.app, { path, query: {}, scene: 1001 }));
  }
}
