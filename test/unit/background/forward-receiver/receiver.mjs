/** A collector in a process of its own, so that it can be killed. Tells on standard output its port, then each message it has kept. */
import { writeSync } from "node:fs";
import { MockOtlpServer } from "@elastic/mockotlpserver";

const tell = (what) => writeSync(1, `${JSON.stringify(what)}\n`);

const server = new MockOtlpServer({
  logLevel: "fatal",
  services: ["http"],
  httpHostname: "127.0.0.1",
  httpPort: 0,
  onLogs: ({ resourceLogs }) => {
    const records = resourceLogs.flatMap(({ scopeLogs }) =>
      scopeLogs.flatMap(({ logRecords }) => logRecords),
    );
    const told = (key) =>
      records.flatMap(({ attributes }) =>
        attributes.filter((one) => one.key === key).map(({ value }) => value.stringValue),
      );
    tell({ kept: told("log.record.uid"), lines: told("replyguard.line") });
  },
});
await server.start();
tell({ port: Number(server.httpUrl.port) });
