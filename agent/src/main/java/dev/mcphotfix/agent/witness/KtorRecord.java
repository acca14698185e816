package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.host.HostCalls;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record that Ktor's own TLS is about to encrypt, seen where they lie: in the chunks
 * of Ktor 2, or in the segments of kotlinx-io, which Ktor 3 uses.
 */
final class KtorRecord {

  static final String CLASS_NAME = "io.ktor.network.tls.TLSRecord";

  private static final String PACKET_OF_KTOR_2 = "io.ktor.utils.io.core.ByteReadPacket";

  private KtorRecord() {}

  static PlainText text(Object record) {
    Object packet = HostCalls.answer(record, "getPacket");
    List<ByteBuffer> views =
        packet.getClass().getName().equals(PACKET_OF_KTOR_2)
            ? chunks(packet)
            : segments(HostCalls.answer(packet, "getBuffer"));
    return PlainText.of(views.toArray(ByteBuffer[]::new), 0, views.size());
  }

  /** How far the first is read, only the packet knows. */
  private static List<ByteBuffer> chunks(Object packet) {
    List<ByteBuffer> views = new ArrayList<>();
    views.add(view(packet, "getHeadMemory-SK3TCg8", "getHeadPosition", "getHeadEndExclusive"));
    Object chunk = HostCalls.call(HostCalls.answer(packet, "getHead"), "getNext");
    for (; chunk != null; chunk = HostCalls.call(chunk, "getNext")) {
      views.add(view(chunk, "getMemory-SK3TCg8", "getReadPosition", "getWritePosition"));
    }
    return views;
  }

  private static ByteBuffer view(Object chunk, String memory, String from, String to) {
    ByteBuffer all = ((ByteBuffer) HostCalls.answer(chunk, memory)).duplicate();
    return all.limit(index(chunk, to)).position(index(chunk, from));
  }

  private static List<ByteBuffer> segments(Object buffer) {
    List<ByteBuffer> views = new ArrayList<>();
    @Nullable Object segment = HostCalls.call(buffer, "getHead");
    for (; segment != null; segment = HostCalls.call(segment, "getNext")) {
      byte[] bytes = (byte[]) HostCalls.answer(segment, "dataAsByteArray", true);
      int position = index(segment, "getPos");
      views.add(ByteBuffer.wrap(bytes, position, index(segment, "getLimit") - position));
    }
    return views;
  }

  private static int index(Object receiver, String name) {
    return (int) HostCalls.answer(receiver, name);
  }
}
