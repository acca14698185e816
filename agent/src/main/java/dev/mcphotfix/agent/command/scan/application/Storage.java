package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls by which something leaves memory or comes back. */
public enum Storage {
  WRITE_FILE(
      true,
      "writes a file",
      List.of(
          "java/nio/file/Files.write",
          "java/nio/file/Files.newOutputStream",
          "java/nio/file/Files.newBufferedWriter",
          "java/nio/file/Files.move",
          "java/nio/channels/FileChannel.write",
          "java/io/FileOutputStream.<init>",
          "java/io/FileWriter.<init>",
          "java/util/Properties.store",
          "java/io/ObjectOutputStream.writeObject",
          "kotlin/io/FilesKt.write",
          "kotlin/io/FilesKt__FileReadWriteKt.write")),
  WRITE_JSON(
      true,
      "writes JSON",
      List.of(
          "jackson/databind/ObjectMapper.writeValue",
          "jackson/databind/ObjectWriter.writeValue",
          "com/google/gson/Gson.toJson",
          "kotlinx/serialization/json/Json.encodeTo")),
  WRITE_STORE(
      true,
      "writes to a store",
      List.of(
          "java/util/prefs/Preferences.put",
          "java/security/KeyStore.store",
          "java/security/KeyStore.setEntry",
          "java/sql/PreparedStatement.execute",
          "jdbc/core/JdbcTemplate.update",
          "persistence/EntityManager.persist",
          "persistence/EntityManager.merge",
          "data/repository/CrudRepository.save",
          "data/redis/core/ValueOperations.set",
          "redis/clients/jedis/Jedis.set",
          "android/content/SharedPreferences$Editor.putString")),
  READ_FILE(
      false,
      "reads a file",
      List.of(
          "java/nio/file/Files.read",
          "java/nio/file/Files.lines",
          "java/nio/file/Files.newInputStream",
          "java/nio/file/Files.newBufferedReader",
          "java/io/FileInputStream.<init>",
          "java/io/FileReader.<init>",
          "java/util/Properties.load",
          "java/io/ObjectInputStream.readObject",
          "kotlin/io/FilesKt.read",
          "kotlin/io/FilesKt__FileReadWriteKt.read")),
  READ_JSON(
      false,
      "reads JSON",
      List.of(
          "jackson/databind/ObjectMapper.read",
          "jackson/databind/ObjectReader.read",
          "com/google/gson/Gson.fromJson",
          "kotlinx/serialization/json/Json.decodeFrom")),
  READ_STORE(
      false,
      "reads from a store",
      List.of(
          "java/util/prefs/Preferences.get",
          "java/security/KeyStore.getEntry",
          "java/sql/ResultSet.get",
          "jdbc/core/JdbcTemplate.query",
          "persistence/EntityManager.find",
          "data/repository/CrudRepository.find",
          "data/redis/core/ValueOperations.get",
          "redis/clients/jedis/Jedis.get",
          "android/content/SharedPreferences.getString"));

  private final boolean writing;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
  private final List<String> calls;

  Storage(boolean writing, String description, List<String> calls) {
    this.writing = writing;
    this.description = description;
    this.calls = calls;
  }

  /** What the call does; null for one that does nothing of the kind. */
  static @Nullable Storage of(Call call, boolean writing) {
    String text = call.owner() + '.' + call.name();
    for (Storage storage : values()) {
      if (storage.writing == writing && storage.isIn(text) && !storage.staysInMemory(call)) {
        return storage;
      }
    }
    return null;
  }

  private boolean isIn(String call) {
    return calls.stream().anyMatch(call::contains);
  }

  /** JSON made into a text, or out of one, is not kept by that. */
  private boolean staysInMemory(Call call) {
    return (this == WRITE_JSON || this == READ_JSON)
        && !call.descriptor().contains("Ljava/io/")
        && !call.descriptor().contains("Ljava/nio/");
  }

  /** For people. */
  public String description() {
    return description;
  }
}
