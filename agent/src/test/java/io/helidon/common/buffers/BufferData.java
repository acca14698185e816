package io.helidon.common.buffers;

/** As much of Helidon's type as the agent uses: Helidon itself cannot be loaded before JDK 21. */
public interface BufferData {

  void write(byte[] bytes);
}
