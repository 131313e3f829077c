import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderName } from '../../lib/cache/bases';
import { SOURCE_BASES } from '../../lib/cache/bases';
import type { ProviderAnswers } from './provider-answers';

/** One request as it arrived. */
export interface Logged {
  provider: string;
  method: string;
  /** Path and parameters. */
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What a test does to an answer instead of sending it. True when it has dealt with it. */
export type Fault = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: string,
  provider: string,
) => boolean;

/** All providers on one loopback port, each under its own name. */
export class ProviderServer {
  readonly log: Logged[] = [];
  fault: Fault | undefined;
  /** What the server takes for now; its answers carry it as their date. Milliseconds since 1970. */
  clock: () => number = () => Date.now();
  readonly #answers: ProviderAnswers;
  readonly #server: Server;

  private constructor(answers: ProviderAnswers) {
    this.#answers = answers;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(answers: ProviderAnswers): Promise<ProviderServer> {
    const server = new ProviderServer(answers);
    await new Promise<void>((started) => server.#server.listen(0, '127.0.0.1', started));
    return server;
  }

  get answers(): ProviderAnswers {
    return this.#answers;
  }

  /** Addresses to put in the place of the providers' own. */
  get bases(): Record<ProviderName, string> {
    const { port } = this.#server.address() as AddressInfo;
    return Object.fromEntries(
      Object.keys(SOURCE_BASES).map((name) => [name, `http://127.0.0.1:${port}/${name}`]),
    ) as Record<ProviderName, string>;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url!, 'http://127.0.0.1');
    const [, provider = '', ...rest] = url.pathname.split('/');
    this.log.push({
      provider,
      method: request.method!,
      url: url.pathname + url.search,
      headers: request.headers as Record<string, string>,
      body,
    });
    const path = `/${rest.join('/')}`;
    const answer = this.#answers.answer({ provider, path, query: url.searchParams, body });
    response.setHeader('Date', new Date(this.clock()).toUTCString());
    if (this.fault?.(request, response, answer ?? '', provider)) return;
    if (answer === null) {
      response.writeHead(404).end('Not found');
      return;
    }
    const etag = `"${createHash('sha256').update(answer).digest('hex').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { ETag: etag }).end();
      return;
    }
    response.writeHead(200, { ETag: etag, 'Content-Type': 'text/plain' }).end(answer);
  }
}
