package dev.mcphotfix.testapp.bench.program;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The last words of a program: what came out, and the most memory that its process has held. */
final class Ending {
  private static final String PEAK = "VmHWM:";

  private Ending() {}

  static void print(String outcome) {
    System.out.println(outcome);
    System.out.println(peak());
  }

  /** As the kernel writes it, in kB; empty where there is no such file. */
  private static String peak() {
    try (InputStream status = new FileInputStream("/proc/self/status")) {
      String text = new String(status.readAllBytes(), StandardCharsets.US_ASCII);
      int start = text.indexOf(PEAK);
      int end = text.indexOf("kB", start);
      return start < 0 ? "" : text.substring(start + PEAK.length(), end).trim();
    } catch (IOException e) {
      return "";
    }
  }
}
