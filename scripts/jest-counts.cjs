const { writeFileSync } = require('node:fs');

/** A jest reporter: per project how many tests passed, failed and were skipped, written to the file it is told. */
module.exports = class Counts {
  constructor(_global, { file }) {
    this.file = file;
  }

  onRunComplete(_contexts, results) {
    const projects = {};
    for (const suite of results.testResults) {
      const name = suite.displayName?.name ?? 'unnamed';
      projects[name] ??= { passed: 0, failed: 0, skipped: 0, seconds: 0 };
      const counts = projects[name];
      counts.passed += suite.numPassingTests;
      // A file that could not even be loaded has no failing test, and is one failure.
      counts.failed += suite.numFailingTests || (suite.testExecError ? 1 : 0);
      counts.skipped += suite.numPendingTests + suite.numTodoTests;
      counts.seconds += ((suite.perfStats?.end ?? 0) - (suite.perfStats?.start ?? 0)) / 1000;
    }
    writeFileSync(this.file, JSON.stringify({ projects }));
  }
};
