import { fire, type Load } from '../test/support/load';

/** The load's own process, so that the server under test has a core to itself: fires each load it is sent. */
process.on('message', (load: Load) => {
  void fire(load).then((measured) => process.send?.(measured));
});
