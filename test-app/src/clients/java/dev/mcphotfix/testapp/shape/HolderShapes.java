package dev.mcphotfix.testapp.shape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What holds records, or will. */
final class HolderShapes {

  private HolderShapes() {}

  static List<Shape<?>> all() {
    return List.of(optional(), list(), done(), new Pending().shape(), mono(), flux());
  }

  private static Shape<Optional<JavaRecord>> optional() {
    return new Shape<>(
        "optional",
        properties -> Optional.of(JavaRecord.of(properties)),
        optional -> optional.orElseThrow().toString());
  }

  /** With one of another server, which is left alone. */
  private static Shape<List<JavaRecord>> list() {
    JavaRecord other = new JavaRecord("elsewhere", "rt-other", "id-other", "");
    return new Shape<>(
        "list",
        properties -> List.of(other, JavaRecord.of(properties)),
        list -> list.stream().map(JavaRecord::toString).collect(Collectors.joining(" ")));
  }

  private static Shape<CompletableFuture<JavaRecord>> done() {
    return new Shape<>(
        "future-done",
        properties -> CompletableFuture.completedFuture(JavaRecord.of(properties)),
        future -> future.join().toString());
  }

  private static Shape<Mono<JavaRecord>> mono() {
    return new Shape<>(
        "mono",
        properties -> Mono.just(JavaRecord.of(properties)),
        mono -> Objects.requireNonNull(mono.block()).toString());
  }

  private static Shape<Flux<JavaRecord>> flux() {
    return new Shape<>(
        "flux",
        properties -> Flux.just(JavaRecord.of(properties)),
        flux -> Objects.requireNonNull(flux.blockFirst()).toString());
  }

  /** A future that gets its record after it went through the store. */
  private static final class Pending {
    private final Deque<Runnable> completions = new ArrayDeque<>();

    Shape<CompletableFuture<JavaRecord>> shape() {
      return new Shape<>("future-pending", this::later, this::come);
    }

    private CompletableFuture<JavaRecord> later(Map<String, String> properties) {
      CompletableFuture<JavaRecord> future = new CompletableFuture<>();
      completions.add(() -> future.complete(JavaRecord.of(properties)));
      return future;
    }

    private String come(CompletableFuture<JavaRecord> future) {
      completions.remove().run();
      return future.join().toString();
    }
  }
}
