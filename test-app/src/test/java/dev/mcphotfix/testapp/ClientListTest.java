package dev.mcphotfix.testapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientListTest {

  @Test
  void linesUpTheColumnsOfEachTable() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ClientList(new PrintStream(bytes, true, UTF_8)).print();

    List<String> tables = List.of(bytes.toString(UTF_8).split("\\R\\R", 3));
    assertThat(tables).hasSize(3).allSatisfy(ClientListTest::linesUp);
  }

  private static void linesUp(String table) {
    List<String> rows = table.lines().filter(line -> line.matches("  .* \\[.*]")).toList();
    assertThat(rows).hasSizeGreaterThan(4);
    assertThat(rows.stream().map(row -> row.indexOf('[')).distinct()).hasSize(1);
  }
}
