import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What the renderer asks of its thread. `data` is JSON; the template reads it as `sys.inputs.data`. */
export interface SettingRequest {
  readonly id: number;
  readonly template: string;
  readonly data: string;
  /** Seconds since 1970: equal input, equal bytes. */
  readonly createdAt: number;
}

export type SettingAnswer =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly error: string };

const { fontFolders } = workerData as { fontFolders: string[] };
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders }] });
/** Results of this many earlier documents are remembered. */
const REMEMBERED = 4;

parentPort?.on('message', (request: SettingRequest) => {
  parentPort?.postMessage(answerTo(request));
  compiler.evictCache(REMEMBERED);
});

function answerTo({ id, template, data, createdAt }: SettingRequest): SettingAnswer {
  try {
    const pdf = compiler.pdf(
      { mainFileContent: template, inputs: { data } },
      // For the archive, and the one standard in which a missing glyph is an error.
      { pdfStandard: 'a-2b', creationTimestamp: createdAt },
    );
    return { id, pdf: new Uint8Array(pdf) };
  } catch (error) {
    // The compiler puts its diagnostics into `code`, and not always into the message.
    const { message, code } = error as { message?: string; code?: unknown };
    return { id, error: message === undefined || message === '' ? String(code) : message };
  }
}
