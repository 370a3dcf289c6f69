import type { CDPSession } from 'playwright-core';
import type { Visitor } from './browser';

interface Node {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

const STEPS_MOST = 80;
const PATIENCE_MS = 30_000;

/** Somebody who sees nothing: knows the page by Chromium's accessibility tree alone, and has only a keyboard. */
export class ScreenReader {
  private constructor(
    private readonly visitor: Visitor,
    private readonly tree: CDPSession,
  ) {}

  static async of(visitor: Visitor): Promise<ScreenReader> {
    const tree = await visitor.context.newCDPSession(visitor.page);
    await tree.send('Accessibility.enable');
    return new ScreenReader(visitor, tree);
  }

  /** Waits until something of that role, a pattern, is called so; a part of the name will do. */
  async hears(role: string, name: string | RegExp): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const nodes = await this.nodes();
      if (nodes.some((node) => isA(node, role) && nameOf(node).search(name) >= 0)) return;
      if (Date.now() > until) throw new Error(`no ${role} “${name}” among:\n${nodes.map(said).join('\n')}`);
      await this.visitor.page.waitForTimeout(50);
    }
  }

  /** Goes there by Tab, and presses Enter. */
  async presses(role: string, name: string): Promise<void> {
    await this.reaches(role, name);
    await this.visitor.page.keyboard.press('Enter');
  }

  async types(name: string, text: string): Promise<void> {
    await this.reaches('(text|search)box', name);
    await this.visitor.page.keyboard.insertText(text);
  }

  private async reaches(role: string, name: string): Promise<void> {
    await this.hears(role, name);
    const passed: string[] = [];
    for (let step = 0; step < STEPS_MOST; step++) {
      const at = (await this.nodes()).find(isFocused);
      if (at && isA(at, role) && nameOf(at).includes(name)) return;
      if (at) passed.push(said(at));
      await this.visitor.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not come to ${role} “${name}”, only to:\n${[...new Set(passed)].join('\n')}`);
  }

  private async nodes(): Promise<Node[]> {
    const { nodes } = (await this.tree.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
    return nodes.filter(({ ignored }) => !ignored);
  }
}

const isA = ({ role }: Node, wanted: string) => new RegExp(`^${wanted}$`).test(role?.value ?? '');
const nameOf = ({ name }: Node) => name?.value ?? '';
const said = (node: Node) => `${node.role?.value} “${nameOf(node)}”`;

function isFocused({ role, properties = [] }: Node): boolean {
  return (
    role?.value !== 'RootWebArea' && properties.some(({ name, value }) => name === 'focused' && value.value === true)
  );
}
