type Write = (text: string) => Promise<void>;

/**
 * A CSV answer that is sent while it is made. Faults before the first line are thrown, so that they
 * become an ordinary error answer; a later one breaks the transfer, which the client can see.
 */
export async function streamCsv(
  fileName: string,
  make: (write: Write) => Promise<void>,
): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    {},
    { highWaterMark: 4 },
    { highWaterMark: 4 },
  );
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const begun = Promise.withResolvers<void>();
  const write: Write = async (text) => {
    begun.resolve();
    await writer.ready;
    await writer.write(encoder.encode(text));
  };
  make(write)
    .then(() => writer.close())
    .catch((error: unknown) => {
      begun.reject(error);
      return writer.abort(error);
    })
    .catch(() => undefined);
  await begun.promise;
  return new Response(readable, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
}
