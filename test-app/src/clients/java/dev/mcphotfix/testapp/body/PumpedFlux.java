package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** A body as the pieces of a Reactive Stream. */
record PumpedFlux<T>(FluxSink<T> flux, Function<byte[], T> buffer) implements Pump.Sink {

  static <T> Flux<T> of(InputStream stream, Function<byte[], T> buffer) {
    return Flux.create(flux -> Pump.start(stream, new PumpedFlux<>(flux, buffer)));
  }

  @Override
  public void next(byte[] piece) {
    flux.next(buffer.apply(piece));
  }

  @Override
  public void end() {
    flux.complete();
  }

  @Override
  public void fail(IOException cause) {
    flux.error(cause);
  }
}
