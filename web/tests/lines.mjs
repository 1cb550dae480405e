// SPDX-License-Identifier: GPL-3.0-or-later
// A reporter for node's test runner in the words of tools/run-tests: `ok NAME`, `not ok NAME`,
// `skip NAME: why`; a failure's error follows its line.
export default async function* lines(events) {
  for await (const { type, data } of events) {
    if (
      type === 'test:diagnostic' &&
      !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message)
    ) {
      yield `  ${data.message}\n`;
    } else if (type === 'test:pass' && data.skip !== undefined) {
      yield `skip ${data.name}: ${data.skip === true ? 'not here' : data.skip}\n`;
    } else if (type === 'test:pass') {
      yield `ok ${data.name}\n`;
    } else if (type === 'test:fail') {
      const { error } = data.details;
      yield `not ok ${data.name}\n${error?.cause?.stack ?? error?.stack ?? error}\n`;
    }
  }
}
