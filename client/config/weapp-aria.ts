/** The part of Taro's weapp platform that is changed here. */
interface WeappPlatform {
  template: { modifyTemplateResult: (wxml: string, node: string, level: number, children: string) => string };
}

/** What Taro hands a plugin, as far as it is used here. */
interface PluginContext {
  registerMethod: (method: { name: 'onSetupClose'; fn: (platform: WeappPlatform) => void }) => void;
}

const SPOKEN: Record<string, string> = {
  'aria-role': 'role',
  'aria-label': 'ariaLabel',
  'aria-checked': 'ariaChecked',
  'aria-selected': 'ariaSelected',
  'aria-disabled': 'ariaDisabled',
  'aria-live': 'ariaLive',
  'aria-modal': 'ariaModal',
};

/** What each kind of node says to a screen reader; the others are plain boxes and words. */
const SAID: Record<string, string[]> = {
  view: Object.keys(SPOKEN),
  'static-view': Object.keys(SPOKEN),
  image: ['aria-role', 'aria-label'],
  'static-image': ['aria-role', 'aria-label'],
  input: ['aria-label'],
  textarea: ['aria-label'],
};

/** What no page of ours uses: it pays for the above, as every node of these kinds stands here once a level. */
const UNUSED = / (?:animation|hover-stop-propagation)="[^"]*"| bind(?:animation\w+|transitionend)="eh"/g;
const UNUSED_OF_SCROLL_VIEW =
  / (?:refresher|enable|using|paging|cache|min-drag|fast|associative|scroll-anchoring|scroll-into-view-|type|reverse|clip|padding)[\w-]*="[^"]*"| bind(?:drag|refresher)\w*="eh"/g;

/** Taro drops aria attributes on the way to WXML: puts them into its templates. A tag of its own is the first one. */
export default (ctx: PluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: WeappPlatform) {
      const before = template.modifyTemplateResult;
      template.modifyTemplateResult = (wxml, node, level, children) => {
        const made = before.call(template, wxml, node, level, children);
        return made.replace(
          /<(view|image|input|textarea|scroll-view)( [^>]*)>/g,
          (_, tag: string, attributes: string) => {
            const said = (SAID[node] ?? []).map((name) => ` ${name}="{{i.${SPOKEN[name]}}}"`).join('');
            const rest = attributes.replace(UNUSED, '');
            return `<${tag}${said}${tag === 'scroll-view' ? rest.replace(UNUSED_OF_SCROLL_VIEW, '') : rest}>`;
          },
        );
      };
    },
  });
};
