import { type Callbacks, type Reply, settle, WxFailure } from './callbacks';

type Answer = (answer: { event: string; buttonId?: string }) => void;
type Listener = (answer: Answer, about: { referrer: string }) => void;

const NOT_AGREED = 'privacy permission is not authorized';
const NOT_DECLARED = 'api scope is not declared in the privacy agreement';

/** What the operator declared in WeChat's guide; a function not on it is switched off. */
const DECLARED = [
  ...['getLocation', 'addPhoneCalendar', 'chooseMessageFile', 'saveImageToPhotosAlbum', 'setClipboardData'],
  'getPhoneNumber',
];
/** What WeChat counts as private besides. */
const UNDECLARED = ['chooseAddress', 'chooseLocation', 'chooseMedia', 'getClipboardData', 'getWeRunData'];

/** WeChat's privacy guide on one phone: nothing private runs before this person agreed to it. */
export class Privacy {
  /** Private functions that ran, in order. */
  readonly called: string[] = [];
  private listener: Listener | null = null;
  private pressed: string | null = null;

  constructor(public agreed: boolean) {}

  /** The functions of `wx` about the guide, and those it guards: `inner` where they do something of their own. */
  guards<T extends object>(inner: T) {
    const guarded = [...DECLARED, ...UNDECLARED].map((name) => {
      const does = (inner as Record<string, (options: Callbacks) => unknown>)[name];
      const plain = (options: Callbacks) => settle(name, options, () => REPLIES[name] ?? {});
      return [name, (options: Callbacks = {}) => this.guarded(name, options, does ?? plain)];
    });
    return {
      ...inner,
      ...(Object.fromEntries(guarded) as Record<string, (options?: Callbacks) => unknown>),
      onNeedPrivacyAuthorization: (listener: Listener) => {
        this.listener = listener;
      },
      requirePrivacyAuthorize: (options: Callbacks = {}) =>
        this.answered('requirePrivacyAuthorize', options, (agreed) =>
          settle('requirePrivacyAuthorize', agreed, () => ({})),
        ),
      getPrivacySetting: (options: Callbacks = {}) =>
        settle('getPrivacySetting', options, () => ({
          needAuthorization: !this.agreed,
          privacyContractName: '《小程序隐私保护指引》',
        })),
      openPrivacyContract: (options: Callbacks = {}) => settle('openPrivacyContract', options, () => ({})),
    };
  }

  /** The person pressed a button with `open-type="agreePrivacyAuthorization"` of that id. */
  press(buttonId: string): void {
    this.pressed = buttonId;
  }

  /** A button of WeChat's own that gives something private: `act` where the person agreed, else `refuse`. */
  button(name: string, act: () => void, refuse: (reply: Reply) => void): void {
    this.guarded(name, { fail: refuse }, act);
  }

  private guarded(name: string, options: Callbacks, act: (options: Callbacks) => unknown): unknown {
    if (!DECLARED.includes(name)) return refuses(name, options, NOT_DECLARED);
    return this.answered(name, options, (agreed) => {
      this.called.push(name);
      return act(agreed);
    });
  }

  /** Waits for the person's word where they have not agreed yet. */
  private answered(name: string, options: Callbacks, act: (options: Callbacks) => unknown): unknown {
    if (this.agreed) return act(options);
    const { listener } = this;
    if (!listener) return refuses(name, options, NOT_AGREED);
    if (!options.success && !options.fail && !options.complete) {
      return new Promise((success, fail) => {
        this.answered(name, { ...options, success, fail }, act);
      });
    }
    const hear: Answer = ({ event, buttonId }) => {
      if (event === 'exposureAuthorization') return;
      // WeChat believes in no agreement without the button.
      this.agreed ||= event === 'agree' && buttonId !== undefined && buttonId === this.pressed;
      if (this.agreed) act(options);
      else refuses(name, options, NOT_AGREED);
    };
    listener(hear, { referrer: name });
    return undefined;
  }
}

function refuses(name: string, options: Callbacks, why: string): unknown {
  return settle(name, options, () => {
    throw new WxFailure(why);
  });
}

const REPLIES: Record<string, Reply> = { getLocation: { longitude: 116.01, latitude: 36.45 } };
