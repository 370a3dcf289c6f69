// Required before a server's own code: its wall clock is off by the milliseconds that stand in SHIFTED_CLOCK, a file.
const { readFileSync } = require('node:fs');

const Real = Date;
let offset = 0;
setInterval(() => {
  offset = Number(readFileSync(process.env.SHIFTED_CLOCK, 'utf8'));
}, 20).unref();

globalThis.Date = class Shifted extends Real {
  constructor(...given) {
    if (given.length) super(...given);
    else super(Real.now() + offset);
  }
  static now() {
    return Real.now() + offset;
  }
};
