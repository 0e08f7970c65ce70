/** Stands for bots and surveys while you try the service: prints what is asked, and agrees. `npm run receivers`. */
import { createServer } from "node:http";

const PORT = 4000;

createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += String(chunk);
  });
  request.on("end", () => {
    console.log(`${request.method} ${request.url}  ${request.headers["idempotency-key"] ?? ""}\n  ${body}`);
    response.writeHead(204).end();
  });
}).listen(PORT, "127.0.0.1", () => {
  console.log(`BOTS_URL=http://127.0.0.1:${PORT}/bots SURVEYS_URL=http://127.0.0.1:${PORT}/surveys`);
});
